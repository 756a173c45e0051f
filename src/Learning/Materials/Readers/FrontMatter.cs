using System.Buffers;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Learning.Materials.Readers;

/// <summary>
/// YAML front matter → raw values. Read from parser events into our own small tree: no types are made from text,
/// aliases are refused (they are how a few lines become gigabytes), and depth and size have limits.
/// </summary>
internal static class FrontMatter
{
    private const int MostCharacters = 256 * 1024;
    private const int MostDepth = 20;
    private static readonly SearchValues<char> NotInNames = SearchValues.Create(" 　，。*#");

    /// <summary>Splits a Markdown text into front matter and body. A text that begins with a mere rule (---) has none.</summary>
    public static (RawMap Fields, string Body, int BodyLine) Split(string text)
    {
        if (!text.StartsWith("---", StringComparison.Ordinal) || text.IndexOf('\n', StringComparison.Ordinal) is var first && (first < 0 || text.AsSpan(3, first - 3).Trim().Length > 0))
            return (RawMap.None, text, 1);
        var (end, body) = EndOf(text, first + 1);
        if (end < 0)
            return LooksLikeFields(text, first + 1) ? throw new BadFile(Problems.FrontMatter("Its closing line --- is missing.", "line 1")) : (RawMap.None, text, 1);
        return (Parse(text[(first + 1)..end], lineBefore: 1), text[body..], 1 + text.AsSpan(0, body).Count('\n'));
    }

    private static (int End, int Body) EndOf(string text, int from)
    {
        for (var at = from; at < text.Length;)
        {
            var stop = text.IndexOf('\n', at);
            var next = stop < 0 ? text.Length : stop + 1;
            if (text.AsSpan(at, next - at).TrimEnd() is "---" or "...")
                return (at, next);
            at = next;
        }

        return (-1, -1);
    }

    private static bool LooksLikeFields(string text, int from)
    {
        var line = text.AsSpan(from);
        var stop = line.IndexOf('\n');
        line = stop < 0 ? line : line[..stop];
        var colon = line.IndexOf(':');
        return colon > 0 && !line[..colon].ContainsAny(NotInNames) && (colon + 1 == line.TrimEnd().Length || line[colon + 1] == ' ');
    }

    private static RawMap Parse(string yaml, int lineBefore)
    {
        if (yaml.Length > MostCharacters)
            throw new BadFile(Problems.Unpacks($"The front matter has more than {MostCharacters / 1024} K characters.", "line 1"));
        var parser = new Parser(new StringReader(yaml));
        try
        {
            while (parser.MoveNext())
            {
                if (parser.Current is MappingStart)
                    return (RawMap)Value(parser, lineBefore, 0)!;
                if (parser.Current is NodeEvent and not MappingStart && !IsNothing(parser.Current))
                    throw new BadFile(Problems.FrontMatter("It is not a list of \"name: value\".", LineOf(parser, lineBefore)));
            }

            return RawMap.None;
        }
        catch (YamlException broken)
        {
            throw new BadFile(Problems.FrontMatter(Said(broken), $"line {broken.Start.Line + lineBefore}, column {broken.Start.Column}"));
        }
    }

    private static RawValue? Value(Parser parser, int lineBefore, int depth)
    {
        var line = (int)parser.Current!.Start.Line + lineBefore;
        if (depth > MostDepth)
            throw new BadFile(Problems.Unpacks($"The front matter nests deeper than {MostDepth} levels.", $"line {line}"));
        return parser.Current switch
        {
            Scalar scalar => IsNothing(scalar) ? null : new RawText(scalar.Value, line),
            SequenceStart => List(parser, lineBefore, depth, line),
            MappingStart => Map(parser, lineBefore, depth, line),
            AnchorAlias => throw new BadFile(Problems.FrontMatter("Aliases (*name) are not read.", $"line {line}")),
            _ => throw new BadFile(Problems.FrontMatter("Something unexpected stands here.", $"line {line}")),
        };
    }

    private static RawList List(Parser parser, int lineBefore, int depth, int line)
    {
        var items = new List<RawValue>();
        while (parser.MoveNext() && parser.Current is not SequenceEnd)
        {
            if (Value(parser, lineBefore, depth + 1) is { } item)
                items.Add(item);
        }

        return new RawList(items, line);
    }

    private static RawMap Map(Parser parser, int lineBefore, int depth, int line)
    {
        var entries = new Dictionary<string, RawValue>(StringComparer.Ordinal);
        while (parser.MoveNext() && parser.Current is not MappingEnd)
        {
            if (parser.Current is not Scalar name)
                throw new BadFile(Problems.FrontMatter("A name must be a word.", LineOf(parser, lineBefore)));
            parser.MoveNext();
            var value = Value(parser, lineBefore, depth + 1);
            if (value is not null && !entries.TryAdd(name.Value, value))
                throw new BadFile(Problems.FrontMatter($"The name {Problems.Shown(name.Value)} stands twice.", $"line {value.Line}"));
        }

        return new RawMap(entries, line);
    }

    private static bool IsNothing(ParsingEvent? node) =>
        node is Scalar { Style: ScalarStyle.Plain or ScalarStyle.Any, Value: "" or "~" or "null" or "Null" or "NULL" };

    private static string LineOf(Parser parser, int lineBefore) => $"line {parser.Current!.Start.Line + lineBefore}";

    private static string Said(YamlException broken) => Markup.OneLine(broken.Message).TrimEnd('.') + ".";
}
