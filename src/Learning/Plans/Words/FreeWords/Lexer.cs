using System.Text.RegularExpressions;
using Learning.Plans.Words.Models;

namespace Learning.Plans.Words.FreeWords;

/// <summary>Cuts what a member said, in Chinese, English or both, into pieces that mean something.</summary>
internal static partial class Lexer
{
    private const string N = NumberWords.Pattern;
    private const string WeekdayZh = "(?:周|星期|礼拜)";
    private const string WeekdayEn = "(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?s?";
    private const RegexOptions How = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int Patience = 1000;
    private static readonly DayOfWeek[] Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];
    private static readonly string[] English = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>In this order: the first that fits at a place wins.</summary>
    private static readonly (Regex Shape, Func<Match, Token?> Read)[] Shapes =
    [
        (Wish(), match => new WishToken(match.Value, match.Groups["wish"].Value.Trim())),
        (Interested(), match => new WishToken(match.Value, match.Groups["wish"].Value.Trim())),
        (Except(), match => new JoinToken(match.Value, Join.Except)),
        (Not(), match => new JoinToken(match.Value, Join.Not)),
        (DaysFromTo(), match => FromTo(match)),
        (EveryDay(), match => new DaysToken(match.Value, Week)),
        (EveryOther(), match => new DaysToken(match.Value, [DayOfWeek.Monday, DayOfWeek.Wednesday, DayOfWeek.Friday], Assumed: true)),
        (Workdays(), match => new DaysToken(match.Value, Week[..5])),
        (Weekend(), match => new DaysToken(match.Value, Week[5..])),
        (DaysListed(), match => new DaysToken(match.Value, [.. match.Groups["day"].Captures.Select(capture => Week[PlaceOf(capture.Value)])])),
        (OneDay(), match => new DaysToken(match.Value, [Week[PlaceOf(match.Groups["day"].Value)]])),
        (Midnight(), match => new TimeToken(match.Value, 24, 0, HalfOfDay.NotSaid)),
        (HalfPast(), match => EnglishPhrase(match)),
        (Clock(), match => Time(match)),
        (ChineseClock(), match => Time(match)),
        (Length(), match => LengthOf(match)),
        (AmPm(), match => Time(match)),
        (PartZh(), match => new PartToken(match.Value, PartOf(match.Value))),
        (PartEn(), match => new PartToken(match.Value, PartOf(match.Groups["part"].Value))),
        (To(), match => new JoinToken(match.Value, Join.To)),
        (After(), match => new JoinToken(match.Value, Join.After)),
        (Before(), match => new JoinToken(match.Value, Join.Before)),
        (Stop(), match => new JoinToken(match.Value, Join.Stop)),
        (Filler(), match => new FillerToken(match.Value)),
        (BareHour(), match => Time(match)),
        (Word(), match => new OtherToken(match.Value)),
    ];

    /// <summary>The pieces in order; together they are the whole text.</summary>
    public static IReadOnlyList<Token> Read(string text)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            var token = Shapes.Select(shape => shape.Shape.Match(text, at) is { Success: true, Length: > 0 } match ? shape.Read(match) : null).FirstOrDefault(found => found is not null)
                ?? new OtherToken(text[at].ToString());
            tokens.Add(token);
            at += token.Said.Length;
        }

        return tokens;
    }

    private static DaysToken FromTo(Match match)
    {
        var (first, last) = (PlaceOf(match.Groups["first"].Value), PlaceOf(match.Groups["last"].Value));
        return new DaysToken(match.Value, [.. Enumerable.Range(0, ((last - first + 7) % 7) + 1).Select(step => Week[(first + step) % 7])]);
    }

    private static int PlaceOf(string day)
    {
        var place = "一二三四五六日".IndexOf(day, StringComparison.Ordinal);
        return place >= 0 ? place : day is "天" ? 6 : Math.Max(0, Array.IndexOf(English, day[..Math.Min(3, day.Length)].ToLowerInvariant()));
    }

    private static TimeToken? Time(Match match)
    {
        var hour = (int?)NumberWords.Of(match.Groups["hour"].Value);
        var minute = match.Groups["half"].Success ? 30
            : match.Groups["quarter"].Success ? (int?)NumberWords.Of(match.Groups["quarter"].Value) * 15
            : match.Groups["minute"].Success ? (int?)NumberWords.Of(match.Groups["minute"].Value) : 0;
        return hour is >= 0 and <= 24 && minute is >= 0 and < 60 ? new TimeToken(match.Value, hour.Value, minute.Value, Half(match)) : null;
    }

    private static TimeToken? EnglishPhrase(Match match) => NumberWords.Of(match.Groups["hour"].Value) is { } hour && hour <= 24
        ? match.Groups["shift"].Value.ToLowerInvariant() switch
        {
            "half past" => new TimeToken(match.Value, (int)hour, 30, Half(match)),
            "quarter past" => new TimeToken(match.Value, (int)hour, 15, Half(match)),
            _ => new TimeToken(match.Value, (int)hour - 1, 45, Half(match)),
        }
        : null;

    private static HalfOfDay Half(Match match) => match.Groups["ampm"].Value.Replace(".", "", StringComparison.Ordinal).ToLowerInvariant() switch
    {
        "am" => HalfOfDay.Morning,
        "pm" => HalfOfDay.Afternoon,
        _ => HalfOfDay.NotSaid,
    };

    private static LengthToken? LengthOf(Match match)
    {
        if (match.Groups["halfhour"].Success)
        {
            return new LengthToken(match.Value, 30);
        }

        if (NumberWords.Of(match.Groups["n"].Value) is not { } number)
        {
            return null;
        }

        var minutes = match.Groups["hours"].Success ? (number * 60) + (match.Groups["andhalf"].Success ? 30 : 0) : match.Groups["quarters"].Success ? number * 15 : number;
        return minutes is >= 5 and <= 480 ? new LengthToken(match.Value, (int)minutes) : null;
    }

    private static PartOfDay PartOf(string part) => part.ToLowerInvariant() switch
    {
        "凌晨" or "半夜" or "early hours" => PartOfDay.Dawn,
        "中午" or "午休" or "午间" or "noon" or "lunch" or "lunchtime" or "midday" => PartOfDay.Noon,
        "下午" or "午后" or "afternoon" => PartOfDay.Afternoon,
        "傍晚" => PartOfDay.Dusk,
        "晚上" or "晚间" or "晚" or "evening" or "tonight" => PartOfDay.Evening,
        "夜里" or "深夜" or "夜晚" or "夜间" or "night" => PartOfDay.Night,
        _ => PartOfDay.Morning,
    };

    [GeneratedRegex(@"\G(?:(?:我|也|还|很|特别|最|就|主要|顺便|另外|同时)*(?:想要?|希望能?|打算|准备|要|愿意)(?:再|先|多)?(?:学(?:习)?|了解|知道|弄懂|搞懂|弄明白|补补|补习|看看)(?:一下|一学|一些|一点|点|些|下|学)?(?:关于|有关)?|(?:and\s+)?(?:I\s+|I[’']d\s+|also\s+|would\s+)*(?:want|wish|hope|like|love|need)s?\s+to\s+(?:learn|know|study|understand|find\s+out|read)(?:\s+(?:a\s+bit|something|more|some\s+more))?(?:\s+about)?\s+)(?<wish>[^，。；！？,;!?\n.]{1,80})", How, Patience)]
    private static partial Regex Wish();

    [GeneratedRegex(@"\G(?:(?:我|也|还|很|特别|最)*对(?<wish>[^，。；！？,;!?\n]{1,60}?)(?:很|比较|最|特别|也|挺|更)?(?:感兴趣|有兴趣)|(?:我)?(?:的兴趣是|感兴趣的是|喜欢学)(?<wish>[^，。；！？,;!?\n]{1,80})|(?:and\s+)?(?:I\s+am|I[’']m|I)?\s*(?:also\s+)?(?:interested\s+in|curious\s+about)\s+(?<wish>[^，。；！？,;!?\n.]{1,80}))", How, Patience)]
    private static partial Regex Interested();

    [GeneratedRegex(@"\G(?:除了|除去|除|\bexcept(?:\s+for|\s+on)?\b|\bbut\s+not(?:\s+on)?\b|\bapart\s+from\b)", How, Patience)]
    private static partial Regex Except();

    [GeneratedRegex(@"\G(?:没有?空|没有?时间|没法学|不行|不方便|不可以|不能学|要上班|上班|要加班|加班|要值班|值班|要干活|跑单|高峰期?|很忙|太忙|忙|休息不学|\b(?:I[’']m\s+|am\s+)?not\s+(?:free|available)\b|\bno\s+time\b|\bbusy\b|\bcan(?:no|['’])t\b|\bunavailable\b|\bat\s+work\b|\bworking\b|\bnever\b)", How, Patience)]
    private static partial Regex Not();

    [GeneratedRegex($@"\G(?:{WeekdayZh}(?<first>[一二三四五六日天])\s*(?:到|至|-|－|—|~|～)\s*{WeekdayZh}?(?<last>[一二三四五六日天])|\b(?<first>{WeekdayEn})\s*(?:to|through|thru|until|-|–|—)\s*(?<last>{WeekdayEn})\b)", How, Patience)]
    private static partial Regex DaysFromTo();

    [GeneratedRegex(@"\G(?:每一?天|天天|每日|日常|一周七天|\bevery\s*day\b|\bdaily\b|\beach\s+day\b|\bseven\s+days\s+a\s+week\b|每(?=早|晚|上午|中午|下午)|\bevery\s+(?=morning|evening|night|afternoon|noon)|\beach\s+(?=morning|evening|night|afternoon))", How, Patience)]
    private static partial Regex EveryDay();

    [GeneratedRegex(@"\G(?:每?隔[一1]?[天日]|每两天|\bevery\s+(?:other|second)\s+day\b|\balternate\s+days\b)", How, Patience)]
    private static partial Regex EveryOther();

    [GeneratedRegex(@"\G(?:每个?)?(?:工作日|平日|平时|周中|\bweek\s?days?\b|\bworking\s+days?\b|\bworkdays?\b)", How, Patience)]
    private static partial Regex Workdays();

    [GeneratedRegex(@"\G(?:每个?)?(?:周末|双休日|周六日|星期六日|休息日|\bweekends?\b)", How, Patience)]
    private static partial Regex Weekend();

    [GeneratedRegex($@"\G每?个?{WeekdayZh}(?<day>[一二三四五六日天])(?:[、和及与]?(?:{WeekdayZh})?(?<day>[一二三四五六日天])(?![点时个刻]))+", How, Patience)]
    private static partial Regex DaysListed();

    [GeneratedRegex($@"\G(?:每?个?{WeekdayZh}(?<day>[一二三四五六日天])|\b(?<day>{WeekdayEn})\b)", How, Patience)]
    private static partial Regex OneDay();

    [GeneratedRegex(@"\G(?:午夜|零点|半夜(?![零一二三123])|(?:晚上|夜里)?(?:十二|12)点(?:整)?(?=$|[，。；,.;]|有空|睡)|\bmidnight\b)", How, Patience)]
    private static partial Regex Midnight();

    [GeneratedRegex($@"\G\b(?<shift>half\s+past|quarter\s+past|quarter\s+to)\s+(?<hour>{N})(?:\s*(?<ampm>[ap]\.?m\.?))?", How, Patience)]
    private static partial Regex HalfPast();

    [GeneratedRegex(@"\G(?<hour>\d{1,2})[:：](?<minute>\d{2})(?:\s*(?<ampm>[ap]\.?m\b\.?))?", How, Patience)]
    private static partial Regex Clock();

    [GeneratedRegex($@"\G(?<hour>{N})\s*[点时](?![间候长])(?:钟|整|(?<half>半)|(?<quarter>[一三])刻|过?(?<minute>{N})分?(?!钟))?", How, Patience)]
    private static partial Regex ChineseClock();

    [GeneratedRegex($@"\G(?:(?<halfhour>半个?(?:小时|钟头)|\bhalf\s+an\s+hour|\bhalf[- ]hour)|(?<n>{N})\s*(?:个?(?<andhalf>半)?(?<hours>小时|钟头)|(?<hours>\s?hours?\b)|个?半?(?<quarters>刻钟)|分钟|[- ]?min(?:ute)?s?\b))", How, Patience)]
    private static partial Regex Length();

    [GeneratedRegex(@"\G(?<hour>\d{1,2})\s*(?<ampm>[ap]\.?m\b\.?)", How, Patience)]
    private static partial Regex AmPm();

    [GeneratedRegex(@"\G(?:凌晨|半夜|清晨|清早|早晨|早上|早间|上午|中午|午休|午间|下午|午后|傍晚|晚上|晚间|夜里|深夜|夜晚|夜间|早|晚)", How, Patience)]
    private static partial Regex PartZh();

    [GeneratedRegex(@"\G\b(?:in\s+the\s+|at\s+)?(?<part>early\s+hours|morning|noon|lunchtime|lunch|midday|afternoon|evening|tonight|night)s?\b", How, Patience)]
    private static partial Regex PartEn();

    [GeneratedRegex(@"\G\s*(?:到|至|直到|—|–|-|－|~|～|\b(?:to|until|till|til|through|and(?=\s*\d))\b)\s*", How, Patience)]
    private static partial Regex To();

    [GeneratedRegex(@"\G(?:以后|之后|过后|往后|开始|起|后|\b(?:after|since)\b|\bonwards?\b)", How, Patience)]
    private static partial Regex After();

    [GeneratedRegex(@"\G(?:以前|之前|前|\b(?:before|by)\b)", How, Patience)]
    private static partial Regex Before();

    [GeneratedRegex(@"\G(?:[，。；！？,;!?\n]|\.(?!\d)|但是|不过|可是|\bbut\b)", How, Patience)]
    private static partial Regex Stop();

    [GeneratedRegex(@"\G(?:\s+|[、（）()“”""'’:：]|我|们|的|是|在|都|就|才|可以|能够|能|会|一般|通常|大概|大约|差不多|左右|从|和|跟|与|及|或者?|还有|以及|每次|每回|一次|有空|有时间|空闲|空着|有点?空|空|方便|时间|时段|学习|学|看书|上课|用来|拿来|外|以外|之外|吧|呢|啊|哦|了|想|也|又|只|只有|另外|平均|休息|下班|收工|收车|睡前|饭后|钟|\b(?:I[’']m|I[’']ve|I|am|is|are|my|we|free|available|have|has|got|time|usually|mostly|about|around|roughly|from|between|on|at|in|the|a|an|and|or|also|of|for|of\s+time|study|learn|each|every|can|could|would|prefer|best|works?|me|it|that|this|only|then|time,)\b)", How, Patience)]
    private static partial Regex Filler();

    [GeneratedRegex($@"\G\b(?<hour>\d{{1,2}}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:\s*o[’']clock\b|(?=\s*(?:to|till?|until|through|-|–|and\s+\d|in\s+the)\b)|(?=\s*[-–])|(?<=(?:\b(?:to|at|after|before|from|until|till?|by|between|past|and)\s+|[-–]\s*)\w+)\b)", How, Patience)]
    private static partial Regex BareHour();

    [GeneratedRegex(@"\G[a-z]+", How, Patience)]
    private static partial Regex Word();
}
