using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Learning.Materials;

namespace Learning.Tests.Materials;

/// <summary>Raw files beside what reading them must give. A new pair is a new test.</summary>
internal static class Fixtures
{
    private const string ExpectedEnd = ".expected.json";
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Folder { get; } = DataFolder.Find("data/fixtures/materials");

    public static IEnumerable<string> Names() => Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path))
        .Where(name => !name.EndsWith(ExpectedEnd, StringComparison.Ordinal) && name != "README.md").Order(StringComparer.Ordinal);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static string ExpectedPath(string name) => Path.Combine(Folder, name + ExpectedEnd);

    /// <summary>Results as the expected files write them; fields at their defaults are left out.</summary>
    public static string Written(IEnumerable<ReadResult> results) =>
        new JsonArray([.. results.Select(result => (JsonNode)Written(result))]).ToJsonString(Readable) + "\n";

    private static JsonObject Written(ReadResult result)
    {
        var node = new JsonObject();
        if (result.Line is { } line)
            node["line"] = line;
        if (result.Material is { } material)
            Write(node, material);
        else
            node["problems"] = new JsonArray([.. result.Problems.Select(problem => (JsonNode)$"{problem.Rule} | {problem.Where} | {problem.Detail}")]);
        return node;
    }

    private static void Write(JsonObject node, ReadMaterial material)
    {
        node["key"] = material.Key;
        node["title"] = material.Title;
        node["summary"] = material.Summary;
        node["language"] = material.Language;
        node["time"] = FormattableString.Invariant($"{material.Minutes} min, {material.CreditHours:0.0} h, {material.Mode}, {material.Level}");
        Add(node, "valid", material.ValidFrom is null && material.ValidUntil is null ? "" : $"{material.ValidFrom:O}–{material.ValidUntil:O}");
        Add(node, "organisation", material.Organisation ?? "");
        Add(node, "source", material.Source);
        Add(node, "licence", material.Licence);
        Add(node, "topics", material.Topics);
        Add(node, "occupations", material.Occupations);
        Add(node, "ageBands", material.AgeBands);
        Add(node, "prerequisites", material.Prerequisites);
        Add(node, "estimated", material.Estimated);
        Add(node, "questions", [.. material.Questions.Select(each => $"{each.Ask} [{string.Join(" / ", each.Options)}] {each.Answer} ← {each.Evidence}")]);
        Add(node, "text", material.Text.Split('\n'));
    }

    private static void Add(JsonObject node, string name, string value)
    {
        if (value.Length > 0)
            node[name] = value;
    }

    private static void Add(JsonObject node, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
            node[name] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
    }
}
