using System.Text.Json;

namespace Learning.Materials.Readers;

/// <summary>JSON → raw values.</summary>
internal static class JsonValues
{
    /// <summary>Deeper JSON is refused by the parser.</summary>
    public const int MostDepth = 32;

    public static JsonDocumentOptions Options { get; } = new() { MaxDepth = MostDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>A value; null for null.</summary>
    public static RawValue? Of(JsonElement element, int line) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.Array => new RawList([.. element.EnumerateArray().Select(item => Of(item, line)).OfType<RawValue>()], line),
        JsonValueKind.Object => Map(element, line),
        JsonValueKind.String => new RawText(Text(element, line), line),
        _ => new RawText(element.GetRawText(), line),
    };

    public static RawMap Map(JsonElement element, int line)
    {
        var entries = new Dictionary<string, RawValue>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (Of(property.Value, line) is { } value)
                entries[Name(property, line)] = value;
        }

        return new RawMap(entries, line);
    }

    // JSON may hold half a character (\ud800) that no string can.
    private static string Text(JsonElement element, int line)
    {
        try
        {
            return element.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            throw HalfCharacter(line);
        }
    }

    private static string Name(JsonProperty property, int line)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            throw HalfCharacter(line);
        }
    }

    private static BadFile HalfCharacter(int line) =>
        new(Problems.Row("A text holds half a character (a lone surrogate).", $"line {line}", "Write the character itself in UTF-8."));
}
