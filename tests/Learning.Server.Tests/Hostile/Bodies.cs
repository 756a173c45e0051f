using System.Text.Json.Nodes;

namespace Learning.Server.Tests.Hostile;

/// <summary>Makes a body that fits a schema, and from it many that don't: one value changed each time.</summary>
internal sealed class Bodies(JsonNode document)
{
    private const int Deepest = 4;

    /// <summary>Values that nobody should send, as JSON.</summary>
    public static IReadOnlyList<string> Hostile { get; } =
    [
        "null", "true", "0", "-1", "1.5", "99999999999999999999", "1e400", "-1e-400", "\"\"", "\" \"", "[]", "[null]", "[[]]", "{}", "{\"a\":{}}",
        "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u202e\\ufeff\\u200b\"", "\"0001-01-01\"", "\"0000-00-00\"", "\"9999-12-31\"", "\"10000-01-01\"", "\"0001-01-01T00:00:00+14:00\"",
        "\"9999-12-31T23:59:59.9999999-14:00\"", "\"24:00\"", "\"23:59:60\"", "\"00000000-0000-0000-0000-000000000000\"", "\"not-a-uuid\"", "\"' OR 1=1; DROP TABLE Members; --\"",
        "\"<script>alert(1)</script>\"", "\"../../etc/passwd\"", "\"{{7*7}}${jndi:ldap://x}\"", "\"" + new string('长', 3000) + "\"",
    ];

    /// <summary>A body that fits.</summary>
    public JsonNode Fitting(JsonNode schema) => Make(Resolved(schema), 0)!;

    /// <summary>Every body with one value changed to something hostile; the changes of large bodies are spread over the values.</summary>
    public static IEnumerable<string> Broken(JsonNode fitting)
    {
        foreach (var place in Places(fitting, "").ToList())
        {
            foreach (var hostile in Hostile)
            {
                yield return Replaced(fitting, place, hostile);
            }
        }
    }

    private JsonNode Resolved(JsonNode schema)
    {
        while ((string?)schema["$ref"] is { } name)
        {
            schema = name[2..].Split('/').Aggregate(document, (at, step) => (at is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : at[step])!);
        }

        var choices = schema["oneOf"] ?? schema["anyOf"];
        return choices is JsonArray any && any.FirstOrDefault(choice => (string?)choice!["type"] != "null") is { } first ? Resolved(first) : schema;
    }

    private JsonNode? Make(JsonNode schema, int depth)
    {
        if (schema["enum"] is JsonArray values)
        {
            return values.First(value => value is not null)!.DeepClone();
        }

        return TypeOf(schema) switch
        {
            "object" => Object(schema, depth),
            "array" => depth > Deepest ? new JsonArray() : new JsonArray(Make(Resolved(schema["items"]!), depth + 1)),
            "integer" => JsonValue.Create((int?)schema["minimum"] ?? 1),
            "number" => JsonValue.Create(1),
            "boolean" => JsonValue.Create(true),
            _ => JsonValue.Create(Text((string?)schema["format"])),
        };
    }

    private JsonObject Object(JsonNode schema, int depth)
    {
        var made = new JsonObject();
        foreach (var (name, property) in (schema["properties"] as JsonObject ?? []).Where(_ => depth <= Deepest))
        {
            made[name] = Make(Resolved(property!), depth + 1);
        }

        return made;
    }

    private static string TypeOf(JsonNode schema) => schema["type"] switch
    {
        JsonArray types => (string)types.First(type => (string?)type != "null")!,
        JsonValue type => (string)type!,
        _ => schema["properties"] is null ? "string" : "object",
    };

    private static string Text(string? format) => format switch
    {
        "uuid" => "01890000-0000-7000-8000-000000000021",
        "date" => "2027-01-04",
        "date-time" => "2026-01-05T01:00:00Z",
        "time" => "10:00",
        _ => "x",
    };

    private static IEnumerable<string> Places(JsonNode node, string path)
    {
        yield return path;
        var below = node switch
        {
            JsonObject fields => fields.Select(field => (field.Key, field.Value)),
            JsonArray items => items.Select((item, index) => (index.ToString(System.Globalization.CultureInfo.InvariantCulture), item)),
            _ => [],
        };
        foreach (var (name, value) in below.Where(pair => pair.Item2 is not null))
        {
            foreach (var place in Places(value!, $"{path}/{name}"))
            {
                yield return place;
            }
        }
    }

    // A number like 1e400 is no node: it is put in as text.
    private static string Replaced(JsonNode fitting, string place, string hostile)
    {
        const string Mark = "\"☠\"";
        if (place.Length == 0)
        {
            return hostile;
        }

        var copy = fitting.DeepClone();
        var at = copy;
        var names = place[1..].Split('/');
        foreach (var name in names[..^1])
        {
            at = at is JsonArray list ? list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]! : at[name]!;
        }

        if (at is JsonArray items)
        {
            items[int.Parse(names[^1], System.Globalization.CultureInfo.InvariantCulture)] = "☠";
        }
        else
        {
            at[names[^1]] = "☠";
        }

        return copy.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Replace(Mark, hostile, StringComparison.Ordinal);
    }
}
