using Learning.Members;

namespace Learning.Seeding;

/// <summary>Makes the members: each from a stream of chance of their own.</summary>
internal sealed class SeedPeople(SeedBook book, SeedDays days, IReadOnlyDictionary<string, Group> groups, IReadOnlyList<string> topics)
{
    private const double ColdShare = 0.08;
    private const double UnpersonalisedShare = 0.03;
    private const double TransferredShare = 0.05;
    private const double LeftOffShare = 0.22;

    private readonly SeedOrganisation _organisation = book.Organisation;
    private readonly IReadOnlyList<string> _stations = [.. book.Organisation.Groups
        .Where(group => book.Organisation.Groups.TrueForAll(other => other.Parent != group.Key)).Select(group => group.Key)];

    /// <summary>Everybody, the demo member among them.</summary>
    public IEnumerable<SeedPerson> All()
    {
        var number = 0;
        foreach (var trade in book.Trades.Trades)
        {
            for (var i = 0; i < trade.Count; i++)
            {
                var isDemo = i == 0 && trade.Id == _organisation.Demo.Trade;
                yield return isDemo ? Demo(trade) : One(trade, $"ft-{++number:0000}");
            }
        }
    }

    private SeedPerson One(SeedTrade trade, string key)
    {
        var chance = Chance.Of(_organisation.Seed, "member", key);
        var joined = Joined(chance);
        var birthYear = days.Today.Year - AgeOf(trade.Ages, chance);
        var language = chance.Happens(trade.English) ? "en" : "zh";
        var likes = Likes(birthYear, chance);
        var group = chance.OneOf(trade.Groups);
        var week = SeedWeek.Of(book.Trades.Shifts[trade.Shift], chance);
        var member = new Member
        {
            Id = SeedIds.At(joined, chance),
            Key = key,
            Organisation = _organisation.Key,
            Name = book.Names.Draw(chance, language, birthYear, chance.Happens(trade.Women)),
            BirthYear = birthYear,
            OccupationCode = trade.Code,
            OccupationSaid = chance.OneOf(trade.Said[language]),
            Language = language,
            Personalised = !chance.Happens(UnpersonalisedShare),
            DailyCapMinutes = Cap(trade, chance),
            Slots = week.Slots(chance),
            QuietTimes = week.Quiet(),
            Exemptions = Exemptions(days.Today.Year - birthYear, chance),
            Tags = Tags(likes, chance),
            JoinedAt = joined,
        };
        Place(member, group, chance);
        var sessions = Sessions(chance);
        return new SeedPerson
        {
            Member = member,
            Trade = trade,
            Group = group,
            Likes = likes,
            Latent = Latent(chance),
            Skill = 1.25 + (0.6 * chance.Normal()),
            Sessions = sessions,
            Active = Active(SeedDays.DayOf(joined), chance),
        };
    }

    private SeedPerson Demo(SeedTrade trade)
    {
        var demo = _organisation.Demo;
        var chance = Chance.Of(_organisation.Seed, "member", demo.Key);
        var joined = SeedDays.At(days.First.AddDays(-20), new TimeOnly(15, 10));
        var week = SeedWeek.Of(book.Trades.Shifts[trade.Shift], chance);
        var member = new Member
        {
            Id = SeedIds.At(joined, chance),
            Key = demo.Key,
            Organisation = _organisation.Key,
            Name = demo.Name,
            BirthYear = days.Today.Year - demo.Age,
            OccupationCode = trade.Code,
            OccupationSaid = demo.Said,
            DailyCapMinutes = 60,
            Slots = week.Slots(chance),
            QuietTimes = week.Quiet(),
            Tags = [.. demo.Tags.Select(tag => new Tag(tag, "member"))],
            JoinedAt = joined,
        };
        member.Groups.Add(new GroupMembership { MemberId = member.Id, GroupId = groups[demo.Group].Id, From = SeedDays.DayOf(joined) });
        return new SeedPerson
        {
            Member = member,
            Trade = trade,
            Group = demo.Group,
            Likes = topics.ToDictionary(topic => topic, topic => demo.Likes.GetValueOrDefault(topic), StringComparer.Ordinal),
            Latent = Latent(chance),
            Skill = 2,
            Sessions = demo.Lessons,
            Active = (days.First, days.Last),
            Demo = demo,
        };
    }

    private DateTimeOffset Joined(Chance chance)
    {
        // Two in three were there before the records begin; the others came since.
        var day = chance.Happens(0.66)
            ? days.First.AddDays(-chance.Between(1, 400))
            : days.First.AddDays(chance.Between(0, days.Last.DayNumber - days.First.DayNumber));
        return SeedDays.At(day, new TimeOnly(chance.Between(8, 20), chance.Between(0, 59), chance.Between(0, 59)));
    }

    private static int AgeOf(SeedAges ages, Chance chance)
    {
        while (true)
        {
            var age = (int)Math.Round(ages.Mean + (ages.Spread * chance.Normal()));
            if (age >= ages.From && age <= ages.To)
            {
                return age;
            }
        }
    }

    private int Cap(SeedTrade trade, Chance chance)
    {
        var cap = book.Trades.Shifts[trade.Shift].DailyCap;
        return 15 * chance.Between(cap[0] / 15, cap[1] / 15);
    }

    private List<Exemption> Exemptions(int age, Chance chance)
    {
        var exemptions = new List<Exemption>();
        if (age >= 70 && chance.Happens(0.3))
        {
            exemptions.Add(new Exemption("old-age", null));
        }

        if (chance.Happens(0.008))
        {
            exemptions.Add(new Exemption("ill", days.Today.AddDays(chance.Between(30, 240))));
        }

        if (chance.Happens(0.007))
        {
            exemptions.Add(new Exemption("disabled", null));
        }

        return exemptions;
    }

    private static List<Tag> Tags(IReadOnlyDictionary<string, double> likes, Chance chance)
    {
        var count = chance.Happens(0.22) ? chance.Between(1, 2) : 0;
        return [.. likes.OrderByDescending(like => like.Value).ThenBy(like => like.Key, StringComparer.Ordinal).Take(count)
            .Select(like => new Tag(like.Key, chance.OneOf(["member", "member", "member", "coordinator", "roster"])))];
    }

    private Dictionary<string, double> Likes(int birthYear, Chance chance)
    {
        var age = days.Today.Year - birthYear;
        var likes = topics.ToDictionary(topic => topic, topic => SeedAgeing.Pull(topic, age) + (0.7 * chance.Normal()), StringComparer.Ordinal);
        likes[chance.OneOf(topics)] += 1;
        likes[chance.OneOf(topics)] += 1;
        return likes;
    }

    private static double[] Latent(Chance chance) => [.. Enumerable.Range(0, SeedShelf.Factors).Select(_ => chance.Normal())];

    private static int Sessions(Chance chance) =>
        chance.Happens(ColdShare) ? 0 : Math.Clamp((int)Math.Round(Math.Exp(1.62 + (0.85 * chance.Normal()))), 1, 60);

    private (DateOnly First, DateOnly Last) Active(DateOnly joined, Chance chance)
    {
        var first = joined < days.First ? days.First : joined;
        var leftOff = chance.Happens(LeftOffShare) && first.AddDays(40) < days.Last;
        return (first, leftOff ? first.AddDays(chance.Between(40, days.Last.DayNumber - first.DayNumber)) : days.Last);
    }

    private void Place(Member member, string group, Chance chance)
    {
        var from = SeedDays.DayOf(member.JoinedAt);
        var before = chance.OneOf(_stations);
        if (before != group && from.AddDays(60) < days.Last && chance.Happens(TransferredShare))
        {
            var moved = from.AddDays(chance.Between(30, days.Last.DayNumber - from.DayNumber));
            member.Groups.Add(new GroupMembership { MemberId = member.Id, GroupId = groups[before].Id, From = from, Until = moved.AddDays(-1) });
            from = moved;
        }

        member.Groups.Add(new GroupMembership { MemberId = member.Id, GroupId = groups[group].Id, From = from });
    }
}
