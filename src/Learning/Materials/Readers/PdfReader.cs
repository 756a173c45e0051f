using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Learning.Materials.Readers;

/// <summary>A PDF with a text layer.</summary>
internal static class PdfReader
{
    public static IEnumerable<ReadResult> Read(SourceFile file)
    {
        var budget = new PdfBudget(file.Limits.UnpackedBytes);
        using var document = Open(file.Bytes, budget);
        if (document.NumberOfPages > file.Limits.Pages)
            throw new BadFile(Problems.Unpacks($"The document has {document.NumberOfPages} pages; {file.Limits.Pages} are allowed."));
        var pages = Pages(document, budget, file.Limits.TextCharacters);
        var text = PdfParagraphs.Of(pages);
        if (text.Length == 0)
        {
            throw new BadFile(Problems.NoText($"None of the {document.NumberOfPages} pages has a text layer; it may be a scan.", "",
                "Run text recognition (OCR) over it, for example \"Recognise text\" in your PDF program, and send the result."));
        }

        yield return Drafts.From(
            new RawMaterial
            {
                Text = text,
                TitleHint = DocxReader.TitleProperty(document.Information.Title) ?? Markup.FirstHeading(text) ?? PlainTextReader.Title(text),
                SourceHint = DocxReader.Short(document.Information.Author),
            },
            file);
    }

    private static PdfDocument Open(byte[] bytes, PdfBudget budget)
    {
        try
        {
            return PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = budget });
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new BadFile(Problems.Encrypted());
        }
        catch (Exception broken) when (broken is not (BadFile or OutOfMemoryException))
        {
            throw budget.Exceeded ?? new BadFile(Problems.Broken("Its structure cannot be followed; it may be cut off.", ""));
        }
    }

    private static List<PdfPage> Pages(PdfDocument document, PdfBudget budget, int mostCharacters)
    {
        var pages = new List<PdfPage>();
        var characters = 0;
        document.AddPageFactory<PdfDrawing, PdfDrawings>();
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            try
            {
                budget.Draw(document.GetPage<PdfDrawing>(number), number);
                pages.Add(PdfPage.Of(document.GetPage(number)));
            }
            catch (Exception broken) when (broken is not (BadFile or OutOfMemoryException))
            {
                throw budget.Exceeded ?? new BadFile(Problems.Broken("The page cannot be drawn.", $"page {number}"));
            }

            if (budget.Exceeded is { } exceeded)
                throw exceeded;
            characters += pages[^1].Lines.Sum(line => line.Text.Length);
            if (characters > mostCharacters)
                throw new BadFile(Problems.TextTooLong(mostCharacters, $"page {number}"));
        }

        return pages;
    }
}
