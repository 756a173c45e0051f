using System.Text.RegularExpressions;

namespace Learning.Plans.Words.Models;

/// <summary>Finds what a sentence says in numbers, days and times, in both languages. What one reading took, no later one takes again.</summary>
internal static partial class SpokenNumbers
{
    private const string N = NumberWords.Pattern;
    private const RegexOptions How = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int Patience = 1000;
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private static readonly (Regex Shape, Func<Match, SpokenNumber?> Read)[] Readings =
    [
        (IsoDate(), Date), (ChineseDate(), Date), (EnglishDate(), MonthDate),
        (ClockTime(), Time), (ChineseTime(), ChineseClock), (EnglishTime(), Time),
        (Weekday(), WeekdayOf),
        (HalfHour(), _ => new SpokenNumber(SpokenKind.Minutes, 30)),
        (Minutes(), match => Counted(match, SpokenKind.Minutes)),
        (ChineseHours(), match => Counted(match, SpokenKind.Minutes) is { } hours ? hours with { Value = (hours.Value + (match.Groups["half"].Success ? 0.5m : 0)) * 60 } : null),
        (CreditHours(), match => Counted(match, SpokenKind.CreditHours)),
        (EnglishHours(), match => Counted(match, SpokenKind.Hours)),
        (Ordinal(), match => Counted(match, SpokenKind.Ordinal)),
        (Weeks(), match => Counted(match, SpokenKind.Weeks)),
        (DaysLong(), match => Counted(match, SpokenKind.Days)),
        (Counts(), match => Counted(match, SpokenKind.Count)),
        (Bare(), match => Counted(match, SpokenKind.Bare)),
    ];

    /// <summary>Everything the sentence says, in no order.</summary>
    public static IReadOnlyList<SpokenNumber> Of(string sentence)
    {
        var found = new List<SpokenNumber>();
        foreach (var (shape, read) in Readings)
        {
            sentence = shape.Replace(sentence, match =>
            {
                if (read(match) is not { } number)
                {
                    return match.Value;
                }

                found.Add(number);
                return " ￿ ";
            });
        }

        return found;
    }

    private static SpokenNumber? Counted(Match match, SpokenKind kind) =>
        NumberWords.Of(match.Groups["n"].Value) is { } number ? new SpokenNumber(kind, number) : null;

    private static SpokenNumber? Date(Match match)
    {
        var month = NumberWords.Of(match.Groups["month"].Value);
        var day = NumberWords.Of(match.Groups["day"].Value);
        return month is { } m && day is { } d ? new SpokenNumber(SpokenKind.Date, (m * 100) + d, Year(match)) : null;
    }

    private static SpokenNumber? MonthDate(Match match)
    {
        var month = Array.IndexOf(Months, match.Groups["month"].Value[..3].ToLowerInvariant()) + 1;
        return NumberWords.Of(match.Groups["day"].Value) is { } day ? new SpokenNumber(SpokenKind.Date, (month * 100) + day, Year(match)) : null;
    }

    private static int? Year(Match match) => match.Groups["year"].Success ? (int?)NumberWords.Of(match.Groups["year"].Value) : null;

    private static SpokenNumber? Time(Match match)
    {
        var hour = NumberWords.Of(match.Groups["hour"].Value) ?? 99;
        var minute = match.Groups["minute"].Success ? NumberWords.Of(match.Groups["minute"].Value) ?? 99 : 0;
        hour = match.Groups["half"].Value.ToLowerInvariant() switch { "pm" when hour < 12 => hour + 12, "am" when hour == 12 => 0, _ => hour };
        return new SpokenNumber(SpokenKind.Time, (hour * 60) + minute);
    }

    private static SpokenNumber? ChineseClock(Match match)
    {
        if (NumberWords.Of(match.Groups["hour"].Value) is not { } hour)
        {
            return null;
        }

        var afternoon = match.Groups["part"].Value is "下午" or "晚上" or "傍晚" or "夜里" or "晚" || (match.Groups["part"].Value == "中午" && hour < 10);
        var minute = match.Groups["half"].Success ? 30 : match.Groups["quarter"].Success ? NumberWords.Of(match.Groups["quarter"].Value) * 15
            : match.Groups["minute"].Success ? NumberWords.Of(match.Groups["minute"].Value) : 0;
        return new SpokenNumber(SpokenKind.Time, ((hour < 12 && afternoon ? hour + 12 : hour) * 60) + (minute ?? 99));
    }

    private static SpokenNumber? WeekdayOf(Match match)
    {
        var word = match.Groups["day"].Value;
        var place = "日一二三四五六".IndexOf(word, StringComparison.Ordinal);
        return new SpokenNumber(SpokenKind.Weekday, place >= 0 ? place : word == "天" ? 0 : Array.IndexOf(Days, word[..3].ToLowerInvariant()));
    }

    [GeneratedRegex(@"(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})", How, Patience)]
    private static partial Regex IsoDate();

    [GeneratedRegex($@"((?<year>\d{{4}})\s*年\s*)?(?<month>{N})\s*月\s*(?<day>{N})\s*[日号]?", How, Patience)]
    private static partial Regex ChineseDate();

    [GeneratedRegex(@"\b((?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?<day>\d{1,2})(st|nd|rd|th)?|(?<day>\d{1,2})(st|nd|rd|th)?\s+(of\s+)?(?<month>january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec))\b(,?\s+(?<year>\d{4}))?", How, Patience)]
    private static partial Regex EnglishDate();

    [GeneratedRegex(@"(?<hour>\d{1,2})[:：](?<minute>\d{2})\s*(?<half>[ap]m)?", How, Patience)]
    private static partial Regex ClockTime();

    [GeneratedRegex($@"(?<part>凌晨|早上|上午|中午|下午|傍晚|晚上|夜里|晚)?\s*(?<hour>{N})\s*[点时](?!间)((?<half>半)|(?<quarter>[一三])刻|(?<minute>{N})\s*分(?!钟)?)?(?!课|建议)", How, Patience)]
    private static partial Regex ChineseTime();

    [GeneratedRegex(@"\b(?<hour>\d{1,2})\s*(?<half>[ap]m)\b", How, Patience)]
    private static partial Regex EnglishTime();

    [GeneratedRegex(@"(周|星期|礼拜)(?<day>[一二三四五六日天])|\b(?<day>(sun|mon|tues|wednes|thurs|fri|satur)day)s?\b", How, Patience)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"半个?(小时|钟头)|half an hour|half-hour", How, Patience)]
    private static partial Regex HalfHour();

    [GeneratedRegex($@"(?<n>{N})[\s-]*(多\s*)?(分钟|minutes?\b|mins?\b)", How, Patience)]
    private static partial Regex Minutes();

    [GeneratedRegex($@"(?<n>{N})\s*个?(?<half>半)?(小时|钟头)", How, Patience)]
    private static partial Regex ChineseHours();

    [GeneratedRegex($@"(?<n>{N})[\s-]*(个?学时|credit[\s-]*hours?\b|credits?\b)", How, Patience)]
    private static partial Regex CreditHours();

    [GeneratedRegex($@"(?<n>{N})[\s-]*hours?\b", How, Patience)]
    private static partial Regex EnglishHours();

    [GeneratedRegex($@"第\s*(?<n>{N})|\b(?<n>\d+)(st|nd|rd|th)\b", How, Patience)]
    private static partial Regex Ordinal();

    [GeneratedRegex($@"(?<n>{N})[\s-]*(个?(星期|礼拜)|周|weeks?\b)", How, Patience)]
    private static partial Regex Weeks();

    [GeneratedRegex($@"(?<n>{N})[\s-]*(天|days?\b)", How, Patience)]
    private static partial Regex DaysLong();

    [GeneratedRegex($@"(?<n>{N})\s*(节|门|课|个|项|条|次|堂|份|篇|本|(more\s+|of\s+the\s+)?(lessons?|items?|materials?|courses?|sessions?|pieces?|checks?|things?)\b)", How, Patience)]
    private static partial Regex Counts();

    [GeneratedRegex(@"(?<n>\d+(\.\d+)?)", How, Patience)]
    private static partial Regex Bare();
}
