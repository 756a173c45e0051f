namespace Learning.Materials.Readers;

/// <summary>Words in which people tell closed choices and topics, in both languages.</summary>
internal static class Words
{
    private const int MostItems = 50;
    private const int MostCharacters = 200;

    private static readonly Dictionary<string, string> TopicByName = Materials.Topics.All
        .SelectMany(topic => new[] { (Name: Slug(topic.Zh), Id: topic.Id), (Name: Slug(topic.En), Id: topic.Id), (Name: topic.Id, Id: topic.Id) })
        .DistinctBy(pair => pair.Name).ToDictionary(pair => pair.Name, pair => pair.Id, StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, Level> Levels { get; } = new Dictionary<string, Level>(StringComparer.Ordinal)
    {
        ["introductory"] = Level.Introductory, ["intermediate"] = Level.Intermediate, ["advanced"] = Level.Advanced,
        ["beginner"] = Level.Introductory, ["basic"] = Level.Introductory, ["入门"] = Level.Introductory, ["初级"] = Level.Introductory, ["基础"] = Level.Introductory,
        ["中级"] = Level.Intermediate, ["进阶"] = Level.Intermediate, ["高级"] = Level.Advanced, ["expert"] = Level.Advanced,
    };

    public static IReadOnlyDictionary<string, Mode> Modes { get; } = new Dictionary<string, Mode>(StringComparer.Ordinal)
    {
        ["read"] = Mode.Read, ["listen"] = Mode.Listen, ["practise"] = Mode.Practise, ["attend"] = Mode.Attend,
        ["practice"] = Mode.Practise, ["online"] = Mode.Read, ["video"] = Mode.Read, ["audio"] = Mode.Listen, ["classroom"] = Mode.Attend,
        ["阅读"] = Mode.Read, ["线上"] = Mode.Read, ["视频"] = Mode.Read, ["听"] = Mode.Listen, ["收听"] = Mode.Listen, ["音频"] = Mode.Listen,
        ["练习"] = Mode.Practise, ["实践"] = Mode.Practise, ["实操"] = Mode.Practise, ["面授"] = Mode.Attend, ["线下"] = Mode.Attend, ["现场"] = Mode.Attend,
    };

    /// <summary>Id of a topic told by id or by name in either language; an unknown one is its own id in lower case with hyphens.</summary>
    public static string Topic(string said) => TopicByName.GetValueOrDefault(Slug(said)) ?? Slug(said);

    public static List<string> Bounded(FieldReader fields, string field, List<string> items)
    {
        if (items.Count > MostItems || items.Exists(item => item.Length > MostCharacters))
            fields.Refuse(field, $"has more than {MostItems} items or an item longer than {MostCharacters} characters", "Shorten the list.");
        return items;
    }

    private static string Slug(string name) => string.Join('-', name.ToLowerInvariant().Split([' ', '_', '-', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
