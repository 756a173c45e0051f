using Learning.Materials.Readers;

namespace Learning.Materials;

/// <summary>
/// Reads files into drafts. Never throws on what a file holds: an item that cannot be read comes back with its problems,
/// the other items of the file are read. A new format is one reader and one line in <see cref="Formats"/>.
/// </summary>
public static class MaterialReaders
{
    private static readonly Dictionary<string, Format> ByExtension = Formats
        .SelectMany(format => format.Extensions.Select(extension => (extension, format)))
        .ToDictionary(pair => pair.extension, pair => pair.format, StringComparer.OrdinalIgnoreCase);

    /// <summary>Extensions that are read, with their dots.</summary>
    public static IReadOnlyCollection<string> Extensions => ByExtension.Keys;

    private static Format[] Formats =>
    [
        new([".md", ".markdown"], FileKind.Text, MarkdownReader.Read),
        new([".html", ".htm", ".xhtml"], FileKind.Text, HtmlReader.Read),
        new([".pdf"], FileKind.Pdf, PdfReader.Read),
        new([".docx"], FileKind.Zip, DocxReader.Read),
        new([".txt", ".text"], FileKind.Text, PlainTextReader.Read),
        new([".csv", ".tsv"], FileKind.Text, CatalogueCsv.Read),
        new([".json"], FileKind.Text, CatalogueJson.Read),
        new([".ndjson", ".jsonl"], FileKind.Text, CatalogueJson.ReadLines),
    ];

    /// <summary>Whether a file of this name would be read.</summary>
    public static bool Reads(string fileName) => ByExtension.ContainsKey(Path.GetExtension(fileName));

    /// <summary>Reads a file from its bytes.</summary>
    /// <param name="fileName">Its name or relative path with extension; it is the key of a material that has none of its own.</param>
    /// <param name="content">Everything in it.</param>
    /// <param name="options">What is known beyond the file.</param>
    public static IReadOnlyList<ReadResult> Read(string fileName, byte[] content, ReadOptions? options = null)
    {
        var file = new SourceFile(fileName, content, options ?? ReadOptions.Default);
        var results = new List<ReadResult>();
        try
        {
            foreach (var result in Uniqueness.Of(FormatOf(file).Read(file)))
                results.Add(result);
        }
        catch (BadFile bad)
        {
            results.Add(ReadResult.Failed(fileName, null, bad.Problem));
        }
        catch (Exception unforeseen) when (unforeseen is not (OutOfMemoryException or TypeInitializationException))
        {
            // The libraries below throw whatever a damaged file makes them trip over; to the one who sent it all of that is a damaged file.
            results.Add(ReadResult.Failed(fileName, null, Problems.Broken($"The reader stopped with {unforeseen.GetType().Name}.", "")));
        }

        if (results.Count == 0)
            results.Add(ReadResult.Failed(fileName, null, Problems.NoText("It holds no material: a header or an empty list alone.", "", "Write a row or an object for each material.")));
        return results;
    }

    /// <summary>Reads a file from a stream, of which no more than the limit is taken in.</summary>
    public static async Task<IReadOnlyList<ReadResult>> ReadAsync(
        string fileName, Stream content, ReadOptions? options = null, CancellationToken cancel = default)
    {
        var limit = (options ?? ReadOptions.Default).Limits.FileBytes;
        using var taken = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while (taken.Length <= limit && (count = await content.ReadAsync(buffer, cancel)) > 0)
            await taken.WriteAsync(buffer.AsMemory(0, count), cancel);
        return Read(fileName, taken.ToArray(), options);
    }

    private static Format FormatOf(SourceFile file)
    {
        if (file.Bytes.Length == 0)
            throw new BadFile(Problems.Empty());
        if (file.Bytes.Length > file.Options.Limits.FileBytes)
            throw new BadFile(Problems.TooLarge(file.Options.Limits.FileBytes));
        var extension = Path.GetExtension(file.Name);
        var kind = FileKinds.Of(file.Bytes);
        if (!ByExtension.TryGetValue(extension, out var format))
            throw new BadFile(Problems.NotSupported(extension, FileKinds.Name(kind)));
        if (kind != format.Kind)
            throw new BadFile(FileKinds.Mismatch(extension, kind, format.Kind));
        return format;
    }

    private sealed record Format(string[] Extensions, FileKind Kind, Func<SourceFile, IEnumerable<ReadResult>> Read);
}
