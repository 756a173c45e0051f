using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Learning.Materials.Readers;

/// <summary>The body of a Word document as Markdown: headings, paragraphs, lists with the numbers Word shows, tables, footnotes. Deleted and hidden text is left out.</summary>
internal sealed class DocxToMarkdown(MainDocumentPart part)
{
    private const int MostTableColumns = 50;
    private readonly DocxStyles styles = new(part.StyleDefinitionsPart?.Styles);
    private readonly DocxNumbering numbering = new(part.NumberingDefinitionsPart?.Numbering);
    private readonly StringBuilder output = new();
    private readonly List<long> footnotes = [];
    private bool afterListItem;

    /// <summary>The paragraph in the style "Title".</summary>
    public string? Title { get; private set; }

    public string Of(Body body)
    {
        Blocks(body);
        foreach (var (id, number) in footnotes.Distinct().Select((id, i) => (id, i + 1)).ToList())
            Add($"[^{number}]: {Footnote(id)}", isListItem: false);
        return output.ToString();
    }

    private void Blocks(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case Paragraph paragraph:
                    AddParagraph(paragraph);
                    break;
                case Table table:
                    Add(TableOf(table), isListItem: false);
                    break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock:
                    Blocks(child);
                    break;
            }
        }
    }

    private void AddParagraph(Paragraph paragraph)
    {
        var text = Words(paragraph).Trim();
        var style = styles.Of(paragraph);
        var label = text.Length == 0 ? null : numbering.Label(paragraph, style);
        if (style.IsTitle && text.Length > 0)
            Title ??= Markup.OneLine(text);
        if (text.Length > 0 && style.HeadingLevel > 0)
            Add($"{new string('#', Math.Min(6, style.HeadingLevel))} {label?.Heading}{Markup.OneLine(text)}", isListItem: false);
        else if (text.Length > 0)
            Add(label is null ? text : label.Indent + label.Text + text.Replace("\n", "\n" + label.Indent + "  ", StringComparison.Ordinal), label?.IsListItem == true);
        foreach (var box in paragraph.Descendants<TextBoxContent>().Where(box => !IsFallback(box)))
            Blocks(box);
    }

    private void Add(string block, bool isListItem)
    {
        if (block.Length == 0)
            return;
        if (output.Length > 0)
            output.Append(isListItem && afterListItem ? "\n" : "\n\n");
        output.Append(block);
        afterListItem = isListItem;
    }

    private string TableOf(Table table)
    {
        var rows = table.Elements<TableRow>().Select(row => (IReadOnlyList<string>)[.. row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row).Select(CellText)])
            .Where(row => row.Any(cell => cell.Length > 0)).ToList();
        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        return columns switch
        {
            0 => "",
            1 or > MostTableColumns => string.Join("\n\n", rows.Select(row => string.Join(" ", row).Trim())),
            _ => MarkdownTable.Of(rows, columns),
        };
    }

    private string CellText(TableCell cell) => string.Join(' ', cell.Descendants<Paragraph>().Select(Words)).Trim();

    private string Words(OpenXmlElement paragraph)
    {
        var words = new StringBuilder();
        Inline(paragraph, words);
        return words.ToString();
    }

    private void Inline(OpenXmlElement parent, StringBuilder words)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case Text text:
                    words.Append(text.Text);
                    break;
                case TabChar:
                    words.Append(' ');
                    break;
                case Break or CarriageReturn:
                    words.Append('\n');
                    break;
                case NoBreakHyphen:
                    words.Append('-');
                    break;
                case FootnoteReference { Id: { HasValue: true } id }:
                    words.Append("[^").Append(NumberOf(id.Value)).Append(']');
                    break;
                case Run run when run.RunProperties?.Vanish is { } hidden && (hidden.Val is null || hidden.Val.Value):
                case DeletedRun or MoveFromRun or Drawing or Picture or EmbeddedObject or FieldCode or ParagraphProperties or RunProperties:
                    break;
                case AlternateContent alternate:
                    if (alternate.GetFirstChild<AlternateContentChoice>() is { } choice)
                        Inline(choice, words);
                    break;
                default:
                    Inline(child, words);
                    break;
            }
        }
    }

    private int NumberOf(long id)
    {
        var at = footnotes.IndexOf(id);
        if (at < 0)
            footnotes.Add(id);
        return at < 0 ? footnotes.Count : at + 1;
    }

    private string Footnote(long id)
    {
        var note = part.FootnotesPart?.Footnotes?.Elements<Footnote>().FirstOrDefault(each => each.Id?.Value == id);
        return note is null ? "" : Markup.OneLine(string.Join(' ', note.Descendants<Paragraph>().Select(Words)));
    }

    // Word writes a text box twice: for new readers and, in the fallback, for old ones.
    private static bool IsFallback(OpenXmlElement element) => element.Ancestors<AlternateContentFallback>().Any();
}
