namespace Learning.Materials;

/// <summary>The topics that ship with the project, with their names in both languages. Other topic ids are allowed; they are their own name.</summary>
public static class Topics
{
    /// <summary>Every shipped topic.</summary>
    public static IReadOnlyList<Topic> All { get; } =
    [
        new("traffic-safety", "交通安全", "Traffic safety"),
        new("food-safety", "食品安全", "Food safety"),
        new("labour-rights", "劳动权益", "Labour rights"),
        new("social-security", "社会保障", "Social security"),
        new("consumer-law", "消费者权益", "Consumer law"),
        new("live-streaming", "网络直播", "Live-streaming"),
        new("platform-work", "平台就业", "Platform work"),
        new("first-aid", "急救", "First aid"),
        new("fraud-prevention", "反诈防骗", "Fraud prevention"),
        new("digital-skills", "数字技能", "Digital skills"),
        new("health", "健康", "Health"),
        new("organisation", "组织知识", "Organisation"),
        new("new-economy", "新经济", "New economy"),
        new("management", "经营管理", "Management"),
        new("law", "法律法规", "Law"),
    ];

    private static readonly Dictionary<string, Topic> ById = All.ToDictionary(topic => topic.Id, StringComparer.Ordinal);

    /// <summary>The topic with this id; an unknown id is its own name in both languages.</summary>
    public static Topic Named(string id) => ById.GetValueOrDefault(id) ?? new Topic(id, id, id);
}

/// <summary>A topic and its names.</summary>
/// <param name="Id">Lower-case words and hyphens.</param>
/// <param name="Zh">Name in Chinese.</param>
/// <param name="En">Name in English.</param>
public sealed record Topic(string Id, string Zh, string En)
{
    /// <summary>Its name in a language; English where the language is not Chinese.</summary>
    public string In(string language) => language == "zh" ? Zh : En;
}
