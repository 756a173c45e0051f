#!/usr/bin/env dotnet
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// Writes synthetic.*: a small recommendation set that is made up from beginning to end. Nobody in it exists.
// Run it in this folder: dotnet run make.cs

var random = new Random(20_260_101);
string[] jobs = ["courier", "driver", "live-streamer", "shop assistant", "office clerk", "retired"];
string[] topics = ["交通安全", "食品卫生", "直播规范", "劳动权益", "电脑基础", "手机使用", "健康养生", "防范诈骗"];
string[] levels = ["入门", "基础", "实务", "案例", "进阶", "提高", "综合", "考核"];
double[][] pull =
[
    [3, 1, 0.2, 2, 0.3, 0.5, 0.5, 1], [3, 0.3, 0.2, 1.5, 0.3, 0.6, 0.8, 1], [0.3, 0.6, 4, 1, 1, 1, 0.3, 0.8],
    [0.5, 3, 0.8, 1.5, 0.6, 0.6, 0.5, 1], [0.4, 0.3, 0.4, 1, 3, 0.5, 0.8, 0.8], [0.4, 0.6, 0.1, 0.2, 0.8, 3, 3, 2.5],
];
var courses = topics.SelectMany((topic, t) => levels.Select((level, l) => (Id: $"c{t}{l}", Topic: t, Level: l, Title: $"{topic}{level}"))).ToArray();
List<string> train = ["user_id:token\titem_id:token\ttimestamp:float"], test = [.. train], users = ["user_id:token\tage:float\toccupation:token"];
for (var person = 0; person < 420; person++)
{
    var job = random.Next(jobs.Length);
    var age = job == 5 ? random.Next(58, 80) : random.Next(19, 58);
    users.Add($"u{person}\t{age}\t{jobs[job]}");
    var taste = topics.Select((_, t) => pull[job][t] * (t is 5 or 6 or 7 && age > 45 ? 1.8 : 1) * Math.Exp(random.NextDouble() * 2)).ToArray();
    var reached = new int[topics.Length];
    var (time, done) = (1_750_000_000.0 + (random.NextDouble() * 2e7), new HashSet<string>());
    var row = new List<string>();
    for (var step = 0; step < 6 + random.Next(14); step++)
    {
        // Mostly the next course of a topic that is liked, now and then any of it.
        var topic = Draw(taste);
        var level = random.NextDouble() < 0.75 ? Math.Min(reached[topic], levels.Length - 1) : random.Next(levels.Length);
        var course = courses[(topic * levels.Length) + level];
        time += random.NextDouble() < 0.4 ? 1_800 : 86_400 * (1 + random.Next(9));
        if (!done.Add(course.Id)) continue;
        reached[topic] = level + 1;
        row.Add($"u{person}\t{course.Id}\t{time:0}");
    }

    // Everybody's last two are to be found; of the last sixty people everything.
    var known = person >= 360 ? 0 : Math.Max(2, row.Count - 2);
    train.AddRange(row.Take(known));
    test.AddRange(row.Skip(known));
}

File.WriteAllLines("synthetic.train.inter", train);
File.WriteAllLines("synthetic.test.inter", test);
File.WriteAllLines("synthetic.user", users);
File.WriteAllLines("synthetic.item", ["item_id:token\ttitle:token_seq\ttopic:token", .. courses.Select(course => $"{course.Id}\t{course.Title}\t{topics[course.Topic]}")]);

int Draw(double[] weights)
{
    var left = random.NextDouble() * weights.Sum();
    for (var place = 0; place < weights.Length; place++)
    {
        left -= weights[place];
        if (left <= 0) return place;
    }

    return weights.Length - 1;
}
