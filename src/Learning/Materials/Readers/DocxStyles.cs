using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Learning.Materials.Readers;

/// <summary>What a paragraph's style says about it.</summary>
/// <param name="HeadingLevel">1–9; 0: no heading.</param>
/// <param name="IsTitle">The document's title.</param>
/// <param name="Numbering">Numbering that the style brings.</param>
internal sealed record DocxStyle(int HeadingLevel, bool IsTitle, NumberingProperties? Numbering);

/// <summary>Finds headings by style name in either language and by outline level, along the chain of styles.</summary>
internal sealed partial class DocxStyles(Styles? styles)
{
    private const int LongestChain = 20;
    private readonly Dictionary<string, Style> byId = (styles?.Elements<Style>() ?? [])
        .Where(style => style.StyleId?.Value is not null).DistinctBy(style => style.StyleId!.Value!).ToDictionary(style => style.StyleId!.Value!, StringComparer.Ordinal);

    public DocxStyle Of(Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties;
        var level = Outline(properties?.OutlineLevel);
        var isTitle = false;
        NumberingProperties? numbering = null;
        var id = properties?.ParagraphStyleId?.Val?.Value;
        for (var i = 0; i < LongestChain && id is not null && byId.TryGetValue(id, out var style); i++, id = style.BasedOn?.Val?.Value)
        {
            var name = style.StyleName?.Val?.Value ?? id;
            isTitle |= i == 0 && TitleName().IsMatch(name);
            level = level > 0 ? level : Named(name) is > 0 and var named ? named : Outline(style.StyleParagraphProperties?.OutlineLevel);
            numbering ??= style.StyleParagraphProperties?.NumberingProperties;
        }

        // A document without a styles part still names its styles.
        if (byId.Count == 0 && id is not null)
            (level, isTitle) = (level > 0 ? level : Named(id), TitleName().IsMatch(id));
        return new DocxStyle(isTitle ? 1 : level, isTitle, numbering);
    }

    private static int Outline(OutlineLevel? level) => level?.Val?.Value is >= 0 and < 9 and var value ? value + 1 : 0;

    private static int Named(string name) => HeadingName().Match(name) is { Success: true } match ? match.Groups["level"].Value[0] - '0' : 0;

    [GeneratedRegex(@"^(heading|标题|標題)\s?(?<level>[1-9])$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HeadingName();

    [GeneratedRegex(@"^(title|标题|標題)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TitleName();
}
