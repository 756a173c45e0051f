namespace Learning.Materials.Readers;

/// <summary>What the first bytes of a file show it to be.</summary>
internal enum FileKind
{
    Text,
    Pdf,
    Zip,
    OldOffice,
    Picture,
    Sound,
    Program,
    Archive,
}

/// <summary>Knows kinds of files by their first bytes, because names lie.</summary>
internal static class FileKinds
{
    private static readonly (FileKind Kind, byte[] Start)[] Marks =
    [
        (FileKind.Pdf, "%PDF-"u8.ToArray()),
        (FileKind.Zip, [0x50, 0x4B, 0x03, 0x04]),
        (FileKind.Zip, [0x50, 0x4B, 0x05, 0x06]),
        (FileKind.OldOffice, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        (FileKind.Picture, [0x89, 0x50, 0x4E, 0x47]),
        (FileKind.Picture, [0xFF, 0xD8, 0xFF]),
        (FileKind.Picture, "GIF8"u8.ToArray()),
        (FileKind.Sound, "ID3"u8.ToArray()),
        (FileKind.Sound, "OggS"u8.ToArray()),
        (FileKind.Sound, "RIFF"u8.ToArray()),
        (FileKind.Program, [0x7F, 0x45, 0x4C, 0x46]),
        (FileKind.Archive, [0x1F, 0x8B]),
        (FileKind.Archive, [0x37, 0x7A, 0xBC, 0xAF]),
        (FileKind.Archive, "Rar!"u8.ToArray()),
    ];

    public static FileKind Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var (kind, start) in Marks)
        {
            if (bytes.StartsWith(start))
                return kind;
        }

        // "MZ" alone also begins words; a program has zeros soon after it.
        if (bytes.StartsWith("MZ"u8) && bytes[..Math.Min(bytes.Length, 64)].Contains((byte)0))
            return FileKind.Program;

        // The standard lets a few bytes stand before the mark of a PDF.
        return bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) > 0 && bytes.IndexOf("endobj"u8) > 0 ? FileKind.Pdf : FileKind.Text;
    }

    public static string Name(FileKind kind) => kind switch
    {
        FileKind.Pdf => "a PDF",
        FileKind.Zip => "a ZIP package",
        FileKind.OldOffice => "an old or locked Office file",
        FileKind.Picture => "a picture",
        FileKind.Sound => "sound or video",
        FileKind.Program => "a program",
        FileKind.Archive => "an archive",
        _ => "text or something unknown",
    };

    public static Problem Mismatch(string extension, FileKind holds, FileKind expected) => (holds, expected) switch
    {
        (FileKind.OldOffice, FileKind.Zip) => Problems.NotWhatItSays(extension, Name(holds), "Open it in Word, take the password off and save it as .docx."),
        (FileKind.Text, _) => Problems.NotWhatItSays(extension, Name(holds), "If it is text, name it .txt; if it was damaged on its way, send it again."),
        (FileKind.Pdf, _) => Problems.NotWhatItSays(extension, Name(holds), "Name it .pdf."),
        _ => Problems.NotWhatItSays(extension, Name(holds), "Send the document itself, under its own name."),
    };
}
