using System.Text.Json;

namespace Learning.Members;

/// <summary>Flattens JSON members to the fields of a roster, so that both are understood in one place.</summary>
internal static class RosterJson
{
    private static readonly JsonDocumentOptions Form = new() { MaxDepth = 16, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private static readonly string[] Lists = ["items", "members"];

    public static IEnumerable<RawRow> ReadList(string text)
    {
        using var document = Parsed(text);
        var list = document.RootElement;
        if (list.ValueKind == JsonValueKind.Object)
        {
            list = Lists.Select(name => document.RootElement.TryGetProperty(name, out var inner) ? inner : default).FirstOrDefault(inner => inner.ValueKind == JsonValueKind.Array);
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            throw Unreadable("it is no list");
        }

        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            yield return Row(index + 1, item);
        }
    }

    public static IEnumerable<RawRow> ReadLines(string text)
    {
        foreach (var (index, line) in text.Split('\n').Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)))
        {
            yield return Line(index + 1, line);
        }
    }

    private static RawRow Line(int number, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Form);
            return Row(number, document.RootElement);
        }
        catch (JsonException problem)
        {
            return Failed(number, $"It is no JSON: column {problem.BytePositionInLine + 1}.");
        }
    }

    private static RawRow Row(int number, JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return Failed(number, "It is no object.");
        }

        try
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var property in item.EnumerateObject())
            {
                Add(fields, property);
            }

            return new RawRow(number, fields, null);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as \ud800.
            return Failed(number, "It holds broken text.");
        }
    }

    private static void Add(Dictionary<string, string> fields, JsonProperty property)
    {
        var name = RosterFields.NameOf(property.Name);
        if (name == RosterFields.Occupation && property.Value.ValueKind == JsonValueKind.Object)
        {
            Put(fields, RosterFields.Occupation, Part(property.Value, "said"));
            Put(fields, RosterFields.OccupationCode, Part(property.Value, "code"));
        }
        else if (name is not null)
        {
            Put(fields, name, Flat(property.Value));
        }
    }

    private static void Put(Dictionary<string, string> fields, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            fields.TryAdd(name, value);
        }
    }

    private static string? Flat(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(';', value.EnumerateArray().Select(Flat)),
        JsonValueKind.Object when value.TryGetProperty("start", out _) =>
            $"{Part(value, "day")} {Part(value, "start")} {Part(value, "minutes")} {Part(value, "modes")?.Replace(';', ' ')}",
        JsonValueKind.Object => Part(value, "key") ?? Part(value, "name") ?? Part(value, "kind"),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => null,
        _ => value.GetRawText(),
    };

    private static string? Part(JsonElement value, string name) => value.TryGetProperty(name, out var part) ? Flat(part) : null;

    private static JsonDocument Parsed(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Form);
        }
        catch (JsonException problem)
        {
            throw Unreadable($"line {problem.LineNumber + 1}, column {problem.BytePositionInLine + 1}");
        }
    }

    private static RawRow Failed(int number, string what) => new(number, null, new Problem("roster-row-unreadable", what, "", "Send one object per member, as /docs shows."));

    private static BrokenRule Unreadable(string where) => new("roster-unreadable", $"The roster is no list in JSON: {where}.", "Send a list of members, or an object with the list as items.");
}
