using System.Text.RegularExpressions;

namespace Learning.Members.Occupations;

/// <summary>A title taken apart: what the work is called, what else is said beside it.</summary>
/// <param name="Head">What is said first, and weighs most.</param>
/// <param name="Rest">What follows behind a separator.</param>
/// <param name="Aside">What stands in brackets.</param>
internal sealed partial record OccupationTitle(string Head, string Rest, string Aside)
{
    private const int Shortest = 2;
    private const int LongestWithoutHead = 6;

    /// <summary>Head and rest together.</summary>
    public string Main => Rest.Length == 0 ? Head : $"{Head} {Rest}";

    /// <summary>Takes a text apart; pay, benefits, places and ranks go.</summary>
    public static OccupationTitle Of(string said)
    {
        var text = OccupationText.WithoutNoise(said);
        var asides = string.Join(' ', Bracketed().Matches(text).SelectMany(match => PartsOf(match.Groups["in"].Value)));
        var outside = PartsOf(OccupationText.WithoutBrackets(Bracketed().Replace(text, " "))).ToList();
        return outside.Count > 0
            ? new OccupationTitle(WithHeadOf(outside), string.Join(' ', outside.Skip(1)), asides)
            : new OccupationTitle(asides, "", "");
    }

    // In 渠道/分销经理 both are 经理: what stands first takes the head of what stands last, where it has none of its own.
    private static string WithHeadOf(List<string> parts) =>
        parts.Count > 1 && parts[0].Length <= LongestWithoutHead && !Heads().IsMatch(parts[0]) && Heads().Match(parts[^1]) is { Success: true, Value: var head }
            ? parts[0] + head
            : parts[0];

    private static IEnumerable<string> PartsOf(string text) =>
        (OccupationText.HasHan(text) ? Separators().Split(text) : [text])
        .Select(part => WithoutPlace(OccupationText.Trimmed(part)))
        .Select(part => OccupationText.WithoutRank(part) is { Length: >= Shortest } plain ? plain : part)
        .Where(part => part.Length > 0 && !Nothing().IsMatch(part));

    // A part that is nothing but a place goes; one that would be a single letter without it stays.
    private static string WithoutPlace(string part) => Places().Replace(part, "") is { Length: 0 or >= Shortest } plain ? plain : part;

    [GeneratedRegex("(?:副?经理|主管|副?总监|专员|助理|工程师|技术员|顾问|代表|设计师|老师|教师|教练|师傅|技师|文员|司机|店长|会计|护士|医生|客服|销售|运营|编辑|开发|[员师工生])$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heads();

    [GeneratedRegex("[(\\[【{《<“「](?<in>[^)\\]】}》>”」]*)(?:[)\\]】}》>”」]|$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex("[/、,，|&;；:：。!！~\\\\·_—–\\s]+|(?<=[\u4e00-\u9fff])[-+]+|-(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[兼或](?=[\u4e00-\u9fff]{2})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separators();

    [GeneratedRegex(
        "^(?:北京|上海|广州|深圳|天津|重庆|杭州|南京|苏州|武汉|成都|西安|郑州|长沙|青岛|济南|宁波|无锡|厦门|福州|合肥|昆明|大连|沈阳|长春|哈尔滨|石家庄|太原|南昌|贵阳|南宁|海口|三亚|兰州|银川|西宁|乌鲁木齐|拉萨|呼和浩特|珠海|佛山|东莞|中山|惠州|常州|南通|温州|嘉兴|绍兴|金华|台州|烟台|泉州|徐州|扬州|洛阳|华东|华南|华北|华中|西南|西北|东北|全国|本地|异地)(?:市|区|省|地区|分公司|大区)?"
        + "|(?:北京|上海|广州|深圳|天津|重庆|杭州|南京|苏州|武汉|成都|西安|郑州|长沙|青岛|济南|宁波|厦门|合肥|东莞|佛山|华东|华南|华北|华中|西南|西北|东北)(?:市|区|地区|大区)?$",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Places();

    [GeneratedRegex("^(?:[\\d.\\-k+%]+|[a-z]?\\d+|双|休|若干|名|可|优先|岗|职位|方向|接受|有|无|限|本科|大专|男|女|不限|急|新|热|招聘|面议|五天|周末|法定|年后|春招|秋招|校招|社招)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nothing();
}
