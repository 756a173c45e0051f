using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Learning.Tests.Materials;

/// <summary>Makes documents of other formats, good and hostile.</summary>
internal static class Documents
{
    private const string WordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static byte[] Html(string title, string body) =>
        Encoding.UTF8.GetBytes($"<html><head><title>{title} - Study site</title></head><body><nav>Home Courses About</nav><article>{body}</article><footer>All rights reserved</footer></body></html>");

    public static byte[] Docx(params IEnumerable<string> paragraphs)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new Document(new Body(paragraphs.Select(text => new Paragraph(new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve })))));
        return stream.ToArray();
    }

    /// <summary>A Word package whose document part is given as XML.</summary>
    public static byte[] DocxOf(string body, params (string Name, byte[] Content)[] more) =>
        Zip([("word/document.xml", Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"{WordNamespace}\"><w:body>{body}</w:body></w:document>")), .. Frame, .. more]);

    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Pdf(params string[] lines)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var page in lines.Chunk(40))
        {
            var paper = builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
            for (var i = 0; i < page.Length; i++)
                paper.AddText(page[i], 12, new PdfPoint(72, 770 - (i * 17)), font);
        }

        return builder.Build();
    }

    /// <summary>A PDF of one page with text at places, in the order given.</summary>
    public static byte[] PdfAt(params IEnumerable<(double X, double Y, string Text)> placed)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var paper = builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
        foreach (var (x, y, text) in placed)
            paper.AddText(text, 10, new PdfPoint(x, y), font);
        return builder.Build();
    }

    public static byte[] Flate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(content);
        return packed.ToArray();
    }

    /// <summary>A PDF of one page with this packed content.</summary>
    public static byte[] PdfWithContent(byte[] packed) => PdfOf(
        Latin("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>"),
        [.. Latin($"<< /Length {packed.Length} /Filter /FlateDecode >>\nstream\n"), .. packed, .. Latin("\nendstream")]);

    /// <summary>A PDF of one page that draws forms: object 3 is the page, 4 its content, and the forms F5, F6 … follow, each with what it draws.</summary>
    public static byte[] PdfWithForms(string content, params string[] forms)
    {
        var resources = $"/Resources << /XObject << {string.Join(' ', forms.Select((_, i) => $"/F{i + 5} {i + 5} 0 R"))} >> >>";
        return PdfOf([
            Latin($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {resources} /Contents 4 0 R >>"),
            Latin($"<< /Length {content.Length} >>\nstream\n{content}\nendstream"),
            .. forms.Select(form => Latin($"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] {resources} /Length {form.Length} >>\nstream\n{form}\nendstream")),
        ]);
    }

    /// <summary>A PDF of a page, object 3, and what belongs to it.</summary>
    private static byte[] PdfOf(params IReadOnlyList<byte[]> page)
    {
        using var pdf = new MemoryStream();
        var places = new List<long>();
        pdf.Write(Latin("%PDF-1.5\n"));
        foreach (var made in (IEnumerable<byte[]>)[Latin("<< /Type /Catalog /Pages 2 0 R >>"), Latin("<< /Type /Pages /Count 1 /Kids [3 0 R] >>"), .. page])
        {
            places.Add(pdf.Position);
            pdf.Write([.. Latin($"{places.Count} 0 obj\n"), .. made, .. Latin("\nendobj\n")]);
        }

        var table = pdf.Position;
        pdf.Write(Latin($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:D10} 00000 n \n"))}trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return pdf.ToArray();
    }

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    private static (string, byte[])[] Frame =>
    [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"u8.ToArray()),
        ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"u8.ToArray()),
    ];
}
