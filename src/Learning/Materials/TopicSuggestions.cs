using System.Text.RegularExpressions;

namespace Learning.Materials;

/// <summary>
/// Topics for materials that name none, by words that stand in them: a word in the title counts five times, in the text each
/// time per thousand characters. At most two topics above a floor; for laws and regulations <c>law</c> stands first.
/// A suggestion is marked as estimated, so that a person can correct it.
/// </summary>
public static partial class TopicSuggestions
{
    private const int Most = 2;
    private const int LookedCharacters = 20_000;
    private const double TitleWeight = 5, Floor = 3;

    private static readonly (string Topic, string[] Words)[] Table =
    [
        ("traffic-safety", ["交通安全", "道路交通", "机动车", "驾驶", "骑行", "头盔", "traffic", "driving", "road safety", "helmet"]),
        ("food-safety", ["食品安全", "食品", "餐饮", "保质期", "food safety", "food", "hygiene"]),
        ("labour-rights", ["劳动合同", "劳动者", "用人单位", "工资", "加班", "工会", "劳动争议", "试用期", "labour", "labor", "overtime", "wage", "employer"]),
        ("social-security", ["社会保险", "社会保障", "养老保险", "医疗保险", "工伤", "失业保险", "生育保险", "社会救助", "social security", "social insurance", "pension"]),
        ("consumer-law", ["消费者", "退货", "经营者", "缺陷产品", "consumer", "refund", "warranty"]),
        ("live-streaming", ["直播", "主播", "带货", "打赏", "live-stream", "livestream", "streamer"]),
        ("platform-work", ["平台企业", "外卖", "骑手", "网约", "新就业形态", "平台用工", "gig", "courier", "ride-hailing"]),
        ("first-aid", ["急救", "心肺复苏", "止血", "烫伤", "中暑", "first aid", "cpr", "bleeding"]),
        ("fraud-prevention", ["诈骗", "反诈", "骗局", "刷单", "钓鱼网站", "fraud", "scam", "phishing"]),
        ("digital-skills", ["智能手机", "个人信息", "密码", "数据安全", "网络安全", "人工智能", "办公软件", "smartphone", "password", "spreadsheet", "personal information"]),
        ("health", ["健康", "卫生", "疾病", "心理", "睡眠", "职业病", "传染病", "health", "sleep", "stress"]),
        ("organisation", ["会员", "章程", "选举", "代表大会", "社团", "member meeting", "charter", "statute"]),
        ("new-economy", ["电子商务", "数字经济", "民营经济", "创业", "个体工商户", "e-commerce", "start-up", "new economy"]),
        ("management", ["公司", "企业", "经营管理", "会计", "税", "预算", "management", "accounting", "tax"]),
    ];

    /// <summary>Suggested topic ids, the likeliest first; empty where nothing stands out.</summary>
    public static IReadOnlyList<string> For(string title, string text)
    {
        var looked = text.AsSpan(0, Math.Min(text.Length, LookedCharacters));
        var per = 1000.0 / Math.Max(1000, looked.Length);
        var found = new List<(string Topic, double Score)>();
        foreach (var (topic, words) in Table)
        {
            var score = 0.0;
            foreach (var word in words)
                score += (Count(title, word) * TitleWeight) + (Count(looked, word) * per);
            if (score >= Floor)
                found.Add((topic, score));
        }

        var best = found.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Topic, StringComparer.Ordinal).Take(Most).Select(pair => pair.Topic);
        return IsLaw(title) ? ["law", .. best] : [.. best];
    }

    /// <summary>Whether a title names a law, a regulation or a resolution.</summary>
    public static bool IsLaw(string title) => LawTitle().IsMatch(title);

    private static int Count(ReadOnlySpan<char> text, string word)
    {
        var count = 0;
        for (int at; (at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase)) >= 0; text = text[(at + word.Length)..])
            count++;
        return count;
    }

    [GeneratedRegex(@"(法|法典|条例|规定|办法|决定|决议|细则|规则|修正案|解释|宪法)([（(][^（）()]{1,30}[）)])?$|^中华人民共和国\S*(法|法典)(\s|$)|\b(Act|Law|Regulations?)( of .{1,60}| \d{4})?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LawTitle();
}
