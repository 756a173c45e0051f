using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Learning.Materials.Readers;

/// <summary>
/// Stands between a PDF and what unpacks its streams: counts first what a stream would unpack to, and stops at a limit for one stream,
/// for all together and for how often streams are opened; and at a limit for what its pages draw.
/// </summary>
internal sealed class PdfBudget(long unpackedBytes) : IFilterProvider
{
    private const int MostStreams = 300_000;
    private const long MostOperations = 20_000_000;

    // Run-length coding unpacks to at most 64 times its size, LZW to about 1,300 times.
    private const int RunLengthRatio = 64, LzwRatio = 1_300;
    private readonly IFilterProvider inner = DefaultFilterProvider.Instance;
    private long left = unpackedBytes * 5;
    private long drawn, content = unpackedBytes * 5;
    private int streams;

    /// <summary>Set when a limit was passed, since the parser may swallow what is thrown inside it.</summary>
    public BadFile? Exceeded { get; private set; }

    /// <summary>Counts what a page is about to draw.</summary>
    public void Draw(PdfDrawing page, int number)
    {
        drawn += page.Operations;
        content -= page.Bytes;
        if (page.IsEndless)
            throw Exceed("The page draws forms that draw each other too often or without end.", $"page {number}");
        if (drawn > MostOperations || content < 0)
            throw Exceed("Its pages draw more than any document to read does.", $"page {number}");
    }

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary)
    {
        if (++streams > MostStreams)
            throw Exceed($"It opens more than {MostStreams} streams.");
        return Bounded(inner.GetFilters(dictionary));
    }

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(inner.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(inner.GetAllFilters());

    private IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters) =>
        filters.Count == 0 ? filters : [.. filters.Select(filter => filter is Filter ? filter : new Filter(filter, this))];

    private void Take(IFilter filter, ReadOnlySpan<byte> packed)
    {
        var size = filter switch
        {
            FlateFilter => Inflated(packed),
            LzwFilter => (long)packed.Length * LzwRatio / 4,
            RunLengthFilter => (long)packed.Length * RunLengthRatio / 4,
            _ => packed.Length,
        };
        left -= size;
        if (size > unpackedBytes || left < 0)
            throw Exceed($"It unpacks to more than {unpackedBytes / 1024 / 1024} MB.");
    }

    private long Inflated(ReadOnlySpan<byte> packed)
    {
        var buffer = new byte[81920];
        var size = 0L;
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            for (int count; size <= unpackedBytes && (count = stream.Read(buffer)) > 0;)
                size += count;
        }
        catch (InvalidDataException)
        {
            // Damaged: the parser takes what can be read, which is no more than was counted here.
            return size;
        }

        return size;
    }

    private BadFile Exceed(string detail, string where = "") => Exceeded = new BadFile(Problems.Unpacks(detail, where));

    private sealed class Filter(IFilter inner, PdfBudget budget) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            budget.Take(inner, input.Span);
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}
