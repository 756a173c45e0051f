using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;

namespace Learning.Materials.Readers;

/// <summary>A Word document.</summary>
internal static partial class DocxReader
{
    public static IEnumerable<ReadResult> Read(SourceFile file)
    {
        DocxGuard.Check(file);
        using var stream = new MemoryStream(file.Bytes, writable: false);
        using var document = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { AutoSave = false });
        var body = document.MainDocumentPart?.Document?.Body
            ?? throw new BadFile(Problems.Broken("The document has no body.", ""));
        var markdown = new DocxToMarkdown(document.MainDocumentPart);
        var text = CleanText.Of(markdown.Of(body));
        if (string.IsNullOrWhiteSpace(text))
            throw new BadFile(Problems.NoText("The document has no text; it may hold pictures only.", "", "Type the text, or run text recognition (OCR) over the pictures."));
        var properties = document.PackageProperties;
        yield return Drafts.From(
            new RawMaterial
            {
                Text = text,
                TitleHint = markdown.Title ?? TitleProperty(properties.Title) ?? Markup.FirstHeading(text) ?? PlainTextReader.Title(text),
                SourceHint = Short(properties.Creator),
            },
            file);
    }

    /// <summary>A title from a file's properties, if a person wrote it: programs leave their own names and file names there.</summary>
    public static string? TitleProperty(string? title)
    {
        var clean = Markup.OneLine(CleanText.Of(title ?? ""));
        return clean.Length is > 1 and <= 300 && !ByProgram().IsMatch(clean) && !clean.Contains('\uFFFD', StringComparison.Ordinal) ? clean : null;
    }

    public static string? Short(string? text) => CleanText.Of(text ?? "").Trim() is { Length: > 0 and <= 500 } clean ? clean : null;

    [GeneratedRegex(@"^(microsoft (word|powerpoint)|untitled|无标题|未命名|document\d*$|文档\s?\d*$|演示文稿|幻灯片|powerpoint )|\.(docx?|pptx?|indd|pdf|wps|tex|md|html?)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ByProgram();
}
