using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Learning.Materials.Readers;

/// <summary>How much it costs to draw a page.</summary>
/// <param name="Operations">Operations, those of forms as often as they are drawn.</param>
/// <param name="Bytes">Bytes of the page's own content.</param>
/// <param name="IsEndless">Whether forms draw each other without end, or deeper or more often than is counted.</param>
internal sealed record PdfDrawing(long Operations, long Bytes, bool IsEndless);

/// <summary>
/// Counts what a page would draw before it is drawn: the parser draws a form each time it is named, and a form may name others,
/// so that a few hundred bytes can keep it busy for years, or two that name each other fell the process.
/// </summary>
internal sealed class PdfDrawings(
    IPdfTokenScanner pdfScanner, IResourceStore resourceStore, ILookupFilterProvider filterProvider, IPageContentParser pageContentParser, ParsingOptions parsingOptions)
    : BasePageFactory<PdfDrawing>(pdfScanner, resourceStore, filterProvider, pageContentParser, parsingOptions)
{
    /// <summary>Most operations that are counted on one page.</summary>
    public const long MostOperations = 2_000_000;

    // Programs that lay pages out nest forms three or four deep.
    private const int Deepest = 24;

    /// <inheritdoc />
    protected override PdfDrawing ProcessPage(
        int pageNumber, DictionaryToken dictionary, NamedDestinations namedDestinations, MediaBox mediaBox, CropBox cropBox, UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation, TransformationMatrix initialMatrix, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        var walk = new Walk(this, pageNumber);
        walk.Through(operations, null, 0);
        return new PdfDrawing(walk.Operations, ContentBytes(dictionary), walk.IsEndless);
    }

    private long ContentBytes(DictionaryToken page) => page.TryGet(NameToken.Contents, out var contents) ? BytesOf(contents) : 0;

    private long BytesOf(IToken? token) => token switch
    {
        IndirectReferenceToken reference => BytesOf(PdfScanner.Get(reference.Data)?.Data),
        ArrayToken parts => parts.Data.OfType<IndirectReferenceToken>().Sum(part => (PdfScanner.Get(part.Data)?.Data as StreamToken)?.Data.Length ?? 0),
        StreamToken stream => stream.Data.Length,
        _ => 0,
    };

    /// <summary>Follows the forms as the parser would.</summary>
    private sealed class Walk(PdfDrawings page, int pageNumber)
    {
        private readonly Dictionary<StreamToken, IReadOnlyList<IGraphicsStateOperation>> parsed = new(ReferenceEqualityComparer.Instance);

        public long Operations { get; private set; }

        public bool IsEndless { get; private set; }

        public void Through(IReadOnlyList<IGraphicsStateOperation> operations, NameToken? itself, int depth)
        {
            Operations += operations.Count + 1;
            IsEndless |= depth > Deepest || Operations > MostOperations;
            foreach (var form in operations.OfType<InvokeNamedXObject>())
            {
                if (IsEndless)
                    return;

                // A form that names itself is drawn once; the parser leaves its own name out.
                if (form.Name.Data != itself?.Data && page.ResourceStore.TryGetXObject(form.Name, out var stream) && IsForm(stream))
                    Draw(stream, form.Name, depth + 1);
            }
        }

        private void Draw(StreamToken form, NameToken name, int depth)
        {
            var hasResources = form.StreamDictionary.TryGet<DictionaryToken>(NameToken.Resources, page.PdfScanner, out var resources);
            if (hasResources)
                page.ResourceStore.LoadResourceDictionary(resources!);
            Through(OperationsOf(form), name, depth);
            if (hasResources)
                page.ResourceStore.UnloadResourceDictionary();
        }

        private IReadOnlyList<IGraphicsStateOperation> OperationsOf(StreamToken form)
        {
            if (!parsed.TryGetValue(form, out var operations))
            {
                operations = page.PageContentParser.Parse(pageNumber, new MemoryInputBytes(form.Decode(page.FilterProvider, page.PdfScanner)), page.ParsingOptions.Logger);
                parsed.Add(form, operations);
            }

            return operations;
        }

        private static bool IsForm(StreamToken stream) => stream.StreamDictionary.TryGet(NameToken.Subtype, out var kind) && kind is NameToken { Data: "Form" };
    }
}
