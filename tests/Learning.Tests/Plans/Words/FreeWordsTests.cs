using Learning.Plans.Words.FreeWords;

namespace Learning.Tests.Plans.Words;

public sealed class FreeWordsTests
{
    [Theory]
    [InlineData("我每天晚上十点后有空，想学一下交通事故怎么处理", "Mon-Sun 22:00-24:00", "交通事故怎么处理=traffic-safety")]
    [InlineData("I'm free weekday mornings 7 to 8 and want to learn about food safety", "Mon-Fri 07:00-08:00", "food safety=food-safety")]
    [InlineData("周一到周五中午十二点半到一点一刻", "Mon-Fri 12:30-13:15", "")]
    [InlineData("周末上午九点到十一点半有时间，希望学习急救、反诈", "Sat,Sun 09:00-11:30", "急救=first-aid;反诈=fraud-prevention")]
    [InlineData("周一三五晚上八点半到九点半", "Mon,Wed,Fri 20:30-21:30", "")]
    [InlineData("周一、周三和周五，晚上8点到9点", "Mon,Wed,Fri 20:00-21:00", "")]
    [InlineData("隔天早上六点半到七点", "Mon,Wed,Fri 06:30-07:00", "")]
    [InlineData("工作日下午2点到4点，周六没空，周日上午10点到11点", "Mon-Fri 14:00-16:00;Sun 10:00-11:00", "")]
    [InlineData("除了周三，每天晚上七点到八点都行", "Mon,Tue,Thu,Fri,Sat,Sun 19:00-20:00", "")]
    [InlineData("每天22:30到半夜", "Mon-Sun 22:30-24:00", "")]
    [InlineData("星期六晚上十一点到凌晨一点", "Sat 23:00-24:00;Sun 00:00-01:00", "")]
    [InlineData("周日早上八点前", "Sun 06:00-08:00", "")]
    [InlineData("每天下午三点学半小时", "Mon-Sun 15:00-15:30", "")]
    [InlineData("周五晚上", "Fri 19:00-21:00", "")]
    [InlineData("对直播带货的法律比较感兴趣", "", "直播带货的法律=live-streaming")]
    [InlineData("周二凌晨五点到六点收车后", "Tue 05:00-06:00", "")]
    [InlineData("每天早上7:30-8:15，周末休息不学", "Mon-Fri 07:30-08:15", "")]
    [InlineData("weekends from 9:30 am until noon", "Sat,Sun 09:30-12:00", "")]
    [InlineData("Mondays and Thursdays 7-8:30pm", "Mon,Thu 19:00-20:30", "")]
    [InlineData("every evening after 10 pm until midnight", "Mon-Sun 22:00-24:00", "")]
    [InlineData("Monday to Friday half past six to quarter past seven in the evening", "Mon-Fri 18:30-19:15", "")]
    [InlineData("every day except Sunday, 12:15 to 13:00", "Mon-Sat 12:15-13:00", "")]
    [InlineData("every other day at 8 pm for 30 minutes", "Mon,Wed,Fri 20:00-20:30", "")]
    [InlineData("Saturday afternoons 2 to 4, not free on Sundays. I'd like to know how to use a smartphone", "Sat 14:00-16:00", "how to use a smartphone=digital-skills")]
    [InlineData("I am interested in labour contracts", "", "labour contracts=labour-rights")]
    [InlineData("周三 20:00~21:00 free，want to learn about 社保", "Wed 20:00-21:00", "社保=social-security")]
    [InlineData("除周日外晚上八点到九点", "Mon-Sat 20:00-21:00", "")]
    public void What_is_said_becomes_slots_and_wishes(string text, string slots, string wishes)
    {
        var understood = FreeWordsRules.Read(text);

        Assert.Equal(slots, Slots(understood));
        Assert.Equal(wishes, string.Join(';', understood.Wishes.Select(wish => $"{wish.Text}={wish.Topic}")));
        Assert.Empty(understood.NotUnderstood);
    }

    [Theory]
    [InlineData("周五晚上", true)]
    [InlineData("周五晚上七点到九点", false)]
    [InlineData("晚上七点到九点", true)]
    public void What_was_not_said_is_marked_as_a_guess(string text, bool assumed) =>
        Assert.All(FreeWordsRules.Read(text).Slots, slot => Assert.Equal(assumed, slot.Assumed));

    [Theory]
    [InlineData("等孩子睡着再说")]
    [InlineData("whenever the kids are asleep")]
    public void What_nobody_can_tell_is_said_to_be_dark(string text)
    {
        var understood = FreeWordsRules.Read(text);

        Assert.Empty(understood.Slots);
        Assert.Equal([text], understood.NotUnderstood);
    }

    [Theory]
    [InlineData("")]
    [InlineData("十点十点十点到到到，。、周周周一一一二二")]
    [InlineData("99:99 to 25:61 on Someday after after before 100000 minutes")]
    [InlineData("周一到周一从二十四点到二十四点半")]
    public void Nonsense_breaks_nothing(string text) =>
        Assert.All(FreeWordsRules.Read(text).Slots, slot => Assert.True(slot.Minutes is >= 5 and <= 480 && (slot.Start.Hour * 60) + slot.Start.Minute + slot.Minutes <= 1440));

    private static string Slots(Understood understood)
    {
        var order = new[] { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
        return string.Join(';', understood.Slots
            .GroupBy(slot => $"{slot.Start:HH:mm}-{End(slot)}", StringComparer.Ordinal)
            .Select(same => (Times: same.Key, Days: same.Select(slot => order[((int)slot.Day + 6) % 7]).ToList()))
            .Select(group => $"{Days(group.Days, order)} {group.Times}"));
    }

    private static string End(ProposedSlot slot) => $"{((slot.Start.Hour * 60) + slot.Start.Minute + slot.Minutes) / 60:00}:{(slot.Start.Minute + slot.Minutes) % 60:00}";

    private static string Days(List<string> days, string[] order)
    {
        var first = Array.IndexOf(order, days[0]);
        return days.Count > 3 && Array.IndexOf(order, days[^1]) - first == days.Count - 1 ? $"{days[0]}-{days[^1]}" : string.Join(',', days);
    }
}
