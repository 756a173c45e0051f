using System.Text;
using System.Text.Json;

namespace Learning.Materials.Readers;

/// <summary>A catalogue as a JSON array, as an object that holds one (items, materials, courses…), as one object, or as objects one after the other.</summary>
internal static class CatalogueJson
{
    private static readonly string[] Wrappers = ["items", "materials", "courses", "lessons", "data", "records", "results", "课程", "资料", "材料"];
    private static readonly JsonReaderOptions Options = new()
    {
        MaxDepth = JsonValues.MostDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowMultipleValues = true,
    };

    public static IEnumerable<ReadResult> Read(SourceFile file)
    {
        var bytes = Encoding.UTF8.GetBytes(TextDecoder.Read(file));
        var items = new List<(int Line, RawMap? Map, Problem? Problem)>();
        var lines = new LineCounter(bytes);
        try
        {
            Walk(bytes, lines, items);
        }
        catch (JsonException broken)
        {
            items.Add((Line(broken), null, Problems.Broken("This is not JSON. What stands before it was read; what stands after it was not.", Where(broken), "Correct the JSON at this place; an editor that knows JSON shows it.")));
        }

        if (items.Count == 0)
            throw new BadFile(Problems.NoText("There is no object in it.", "", "Write an array of objects, each with a title."));
        return items.Select(item => item.Problem is { } problem
            ? ReadResult.Failed(file.Name, item.Line, problem)
            : Drafts.From(new RawMaterial { Fields = item.Map!, Text = "", Line = item.Line }, file));
    }

    /// <summary>One JSON object a line.</summary>
    public static IEnumerable<ReadResult> ReadLines(SourceFile file)
    {
        var text = TextDecoder.Read(file);
        var number = 0;
        for (var at = 0; at < text.Length;)
        {
            var stop = text.IndexOf('\n', at);
            var end = stop < 0 ? text.Length : stop;
            number++;
            if (!text.AsSpan(at, end - at).IsWhiteSpace())
                yield return Row(text.AsMemory(at, end - at), number, file);
            at = end + 1;
        }
    }

    private static ReadResult Row(ReadOnlyMemory<char> line, int number, SourceFile file)
    {
        try
        {
            using var json = JsonDocument.Parse(line, JsonValues.Options);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Drafts.From(new RawMaterial { Fields = JsonValues.Map(json.RootElement, number), Text = "", Line = number }, file)
                : ReadResult.Failed(file.Name, number, NoObject(number));
        }
        catch (JsonException broken)
        {
            return ReadResult.Failed(file.Name, number, Problems.Row("The line is not JSON.", $"line {number}, column {broken.BytePositionInLine + 1}", "Write one whole JSON object a line."));
        }
        catch (BadFile bad)
        {
            return ReadResult.Failed(file.Name, number, bad.Problem);
        }
    }

    private static void Walk(byte[] bytes, LineCounter lines, List<(int Line, RawMap? Map, Problem? Problem)> items)
    {
        var reader = new Utf8JsonReader(bytes, Options);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject)
                SeekWrapped(ref reader);
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    Item(ref reader, lines, items);
            }
            else if (reader.TokenType is not JsonTokenType.EndObject && reader.CurrentDepth == 0)
            {
                Item(ref reader, lines, items);
            }
        }
    }

    // Moves on to the array inside, where the object is only a wrapper around one.
    private static void SeekWrapped(ref Utf8JsonReader reader)
    {
        var ahead = reader;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var isWrapper = Wrappers.Contains(ahead.GetString(), StringComparer.OrdinalIgnoreCase);
            ahead.Read();
            if (isWrapper && ahead.TokenType == JsonTokenType.StartArray)
            {
                reader = ahead;
                return;
            }

            ahead.Skip();
        }
    }

    private static void Item(ref Utf8JsonReader reader, LineCounter lines, List<(int Line, RawMap? Map, Problem? Problem)> items)
    {
        var line = lines.At(reader.TokenStartIndex);
        using var json = JsonDocument.ParseValue(ref reader);
        if (json.RootElement.ValueKind != JsonValueKind.Object)
        {
            items.Add((line, null, NoObject(line)));
            return;
        }

        try
        {
            items.Add((line, JsonValues.Map(json.RootElement, line), null));
        }
        catch (BadFile bad)
        {
            items.Add((line, null, bad.Problem));
        }
    }

    private static Problem NoObject(int line) =>
        Problems.Row("This is not an object.", $"line {line}", "Write an object with a title for each material.");

    private static int Line(JsonException broken) => (int)(broken.LineNumber ?? 0) + 1;

    private static string Where(JsonException broken) => $"line {Line(broken)}, column {(broken.BytePositionInLine ?? 0) + 1}";

    // Places come in order, so that counting goes over the bytes once.
    private sealed class LineCounter(byte[] bytes)
    {
        private long counted;
        private int line = 1;

        public int At(long place)
        {
            line += bytes.AsSpan((int)counted, (int)(place - counted)).Count((byte)'\n');
            counted = place;
            return line;
        }
    }
}
