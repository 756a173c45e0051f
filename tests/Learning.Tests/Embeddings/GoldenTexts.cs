using System.Text.Json;
using System.Text.Json.Serialization;
using Learning.Embeddings;

namespace Learning.Tests.Embeddings;

/// <summary>A text with the token ids and the vector of the reference implementation.</summary>
public sealed record GoldenText(
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("ids")] int[] Ids,
    [property: JsonPropertyName("vector")] float[] Vector)
{
    public static IReadOnlyList<GoldenText> Of(string language) =>
        [.. File.ReadLines(Path.Combine(Folder(language), "golden.jsonl")).Select(line => JsonSerializer.Deserialize<GoldenText>(line)!)];

    public static string Folder(string language) => Path.Combine(ModelFolder.Find(asked: null), language);
}
