using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;
using WordLevel = DocumentFormat.OpenXml.Wordprocessing.Level;

namespace Learning.Materials.Readers;

/// <summary>What stands before a numbered paragraph.</summary>
internal sealed record DocxLabel(string Text, string Indent, bool IsListItem)
{
    /// <summary>The label before a heading; a bullet is none.</summary>
    public string Heading => Text == "- " ? "" : Text;
}

/// <summary>Counts list items as Word does: the numbers (1., 第一条, a) are not in the text but in definitions.</summary>
internal sealed class DocxNumbering(Numbering? numbering)
{
    private const int Levels = 9;
    private readonly Dictionary<int, int> abstractOf = (numbering?.Elements<NumberingInstance>() ?? [])
        .Where(instance => instance.NumberID?.Value is not null && instance.AbstractNumId?.Val?.Value is not null)
        .DistinctBy(instance => instance.NumberID!.Value).ToDictionary(instance => instance.NumberID!.Value, instance => instance.AbstractNumId!.Val!.Value);

    private readonly Dictionary<(int Id, int Level), WordLevel> definitions = (numbering?.Elements<AbstractNum>() ?? [])
        .SelectMany(definition => definition.Elements<WordLevel>().Select(level => (Id: definition.AbstractNumberId?.Value ?? -1, Level: level.LevelIndex?.Value ?? 0, Definition: level)))
        .DistinctBy(each => (each.Id, each.Level)).ToDictionary(each => (each.Id, each.Level), each => each.Definition);

    private readonly Dictionary<int, int[]> counters = [];

    /// <summary>The label of the next paragraph; null where it has none.</summary>
    public DocxLabel? Label(Paragraph paragraph, DocxStyle style)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var number = (own?.NumberingId ?? style.Numbering?.NumberingId)?.Val?.Value ?? 0;
        var level = Math.Clamp((own?.NumberingLevelReference ?? style.Numbering?.NumberingLevelReference)?.Val?.Value ?? 0, 0, Levels - 1);
        if (number == 0 || !abstractOf.TryGetValue(number, out var id) || !definitions.TryGetValue((id, level), out var definition))
            return null;

        var counts = counters.TryGetValue(id, out var known) ? known : counters[id] = new int[Levels];
        counts[level] = counts[level] == 0 ? definition.StartNumberingValue?.Val?.Value ?? 1 : counts[level] + 1;
        Array.Clear(counts, level + 1, Levels - level - 1);
        var indent = new string(' ', level * 3);
        if (definition.NumberingFormat?.Val?.Value is { } format && (format == NumberFormatValues.Bullet || format == NumberFormatValues.None))
            return format == NumberFormatValues.None ? null : new DocxLabel("- ", indent, IsListItem: true);
        var text = Shown(definition.LevelText?.Val?.Value ?? "%1.", id, counts);
        var isList = text.Length > 0 && (char.IsAsciiDigit(text[0]) || char.IsAsciiLetter(text[0])) && text[^1] is '.' or ')';
        return text.Length == 0 ? null : new DocxLabel(text + (text[^1] is '、' or '）' ? "" : " "), isList ? indent : "", isList);
    }

    // "%1.%2" with the numbers of the first two levels in their own scripts.
    private string Shown(string pattern, int id, int[] counts)
    {
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var level = pattern[++i] - '1';
                text.Append(Numeral(Math.Max(1, counts[level]), definitions.GetValueOrDefault((id, level))?.NumberingFormat?.Val?.Value));
            }
            else
            {
                text.Append(pattern[i]);
            }
        }

        return text.ToString().Trim();
    }

    private static string Numeral(int number, NumberFormatValues? format)
    {
        if (format == NumberFormatValues.ChineseCounting || format == NumberFormatValues.ChineseCountingThousand
            || format == NumberFormatValues.JapaneseCounting || format == NumberFormatValues.TaiwaneseCountingThousand)
            return ChineseNumeral.Of(number);
        if (format == NumberFormatValues.LowerLetter || format == NumberFormatValues.UpperLetter)
            return ((char)((format == NumberFormatValues.LowerLetter ? 'a' : 'A') + ((number - 1) % 26))).ToString();
        return number.ToString(CultureInfo.InvariantCulture);
    }
}
