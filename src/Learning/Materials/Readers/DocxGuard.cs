using System.IO.Compression;
using System.Xml;

namespace Learning.Materials.Readers;

/// <summary>
/// Looks at a package before anything opens it: how much it unpacks to (counted, since the sizes it declares may lie), how many parts
/// it has and how deep its XML nests. What comes after may then load it whole.
/// </summary>
internal static class DocxGuard
{
    private const int MostParts = 5_000;
    private const int MostDepth = 150;
    private const int SuspiciousRatio = 200;
    private const long SuspiciousBytes = 10L * 1024 * 1024;
    private const string DocumentPart = "word/document.xml";

    public static void Check(SourceFile file)
    {
        using var package = Open(file.Bytes);
        if (package.Entries.Count > MostParts)
            throw new BadFile(Problems.Unpacks($"The document has more than {MostParts} parts."));
        if (package.GetEntry(DocumentPart) is null && !package.Entries.Any(entry => entry.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase)))
            throw new BadFile(Problems.NotWhatItSays(".docx", "a ZIP package that is no Word document", "Save the document in Word as .docx."));
        var unpacked = 0L;
        foreach (var entry in package.Entries)
            unpacked = Count(entry, unpacked, file);
        foreach (var entry in package.Entries.Where(IsXml))
            CheckDepth(entry);
    }

    private static ZipArchive Open(byte[] bytes)
    {
        try
        {
            var package = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            _ = package.Entries;
            return package;
        }
        catch (InvalidDataException)
        {
            throw new BadFile(Problems.Broken("The package has no readable table of contents; it may be cut off.", ""));
        }
    }

    private static long Count(ZipArchiveEntry entry, long before, SourceFile file)
    {
        var buffer = new byte[81920];
        var total = before;
        try
        {
            using var stream = entry.Open();
            for (int count; (count = stream.Read(buffer)) > 0;)
            {
                total += count;
                var isSuspicious = total > SuspiciousBytes && total / file.Bytes.Length > SuspiciousRatio;
                if (total > file.Limits.UnpackedBytes || isSuspicious)
                    throw new BadFile(Problems.Unpacks($"The document unpacks to more than {total / 1024 / 1024} MB from {(file.Bytes.Length + 1023) / 1024} KB."));
            }
        }
        catch (InvalidDataException)
        {
            throw new BadFile(Problems.Broken($"The part {Problems.Shown(entry.FullName)} is damaged.", ""));
        }

        return total;
    }

    private static bool IsXml(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        || (entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !entry.FullName.StartsWith("customXml/", StringComparison.OrdinalIgnoreCase));

    private static void CheckDepth(ZipArchiveEntry entry)
    {
        try
        {
            using var reader = XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CloseInput = true, XmlResolver = null });
            while (reader.Read())
            {
                if (reader.Depth > MostDepth)
                    throw new BadFile(Problems.Unpacks($"The part {Problems.Shown(entry.FullName)} nests deeper than {MostDepth} levels."));
            }
        }
        catch (XmlException broken)
        {
            throw new BadFile(Problems.Broken($"The part {Problems.Shown(entry.FullName)} is no well-formed XML.", $"line {broken.LineNumber}, column {broken.LinePosition}"));
        }
    }
}
