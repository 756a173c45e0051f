using System.Text.Json;

namespace Learning.Evaluation;

/// <summary>A document or a question of a search set.</summary>
/// <param name="Id">Its <c>_id</c>.</param>
/// <param name="Title">Title; empty without one.</param>
/// <param name="Text">Text; may be empty.</param>
public sealed record SearchSetText(string Id, string Title, string Text)
{
    /// <summary>The texts of a file of JSON objects, each id once, and how many lines were repeated later.</summary>
    internal static (List<SearchSetText> Texts, int Repeated) Read(string file)
    {
        var texts = new OrderedDictionary<string, SearchSetText>(StringComparer.Ordinal);
        var repeated = 0;
        foreach (var (number, line) in DataLines.Of(file))
        {
            var text = Of(file, number, line);
            if (texts.ContainsKey(text.Id)) repeated++;
            texts[text.Id] = text;
        }

        return ([.. texts.Values], repeated);
    }

    private static SearchSetText Of(string file, int number, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var id = Of(json.RootElement, "_id") ?? Of(json.RootElement, "id") ?? throw new FormatException("_id");
            return new SearchSetText(id, Of(json.RootElement, "title") ?? "", Of(json.RootElement, "text") ?? "");
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or FormatException)
        {
            throw DataLines.Unreadable(file, number, "is not a JSON object with the texts _id, text and perhaps title.");
        }
    }

    private static string? Of(JsonElement json, string name) => json.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Null => null,
            _ => throw new FormatException(name),
        }
        : null;
}
