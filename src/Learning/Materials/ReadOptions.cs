namespace Learning.Materials;

/// <summary>What the one who imports knows and the files may not say.</summary>
public sealed record ReadOptions
{
    /// <summary>Nothing known beyond the files.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>Key of a material whose source gives it none; null: the file's name as it was passed (a path relative to the import).</summary>
    public string? Key { get; init; }

    /// <summary>Language (<c>zh</c> or <c>en</c>) of texts that tell none; null: detected from the letters.</summary>
    public string? Language { get; init; }

    /// <summary>Turns an occupation said in words into its code; null where it knows none. Without it only codes and <c>retired</c> are read.</summary>
    public Func<string, string?>? OccupationOf { get; init; }

    /// <summary>How much is too much.</summary>
    public ReadLimits Limits { get; init; } = ReadLimits.Default;
}

/// <summary>How much is too much. The defaults hold the longest law (some 70,000 characters) many times over.</summary>
public sealed record ReadLimits
{
    /// <summary>The shipped limits.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>Bytes of one file: 20 MB.</summary>
    public int FileBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Bytes that packed content (DOCX, streams of a PDF) may unpack to: 100 MB.</summary>
    public long UnpackedBytes { get; init; } = 100L * 1024 * 1024;

    /// <summary>Characters of one text: 2,000,000.</summary>
    public int TextCharacters { get; init; } = 2_000_000;

    /// <summary>Characters of a title: 300.</summary>
    public int TitleCharacters { get; init; } = 300;

    /// <summary>Characters of a summary: 2,000.</summary>
    public int SummaryCharacters { get; init; } = 2_000;

    /// <summary>Questions of one material: 50.</summary>
    public int Questions { get; init; } = 50;

    /// <summary>Pages of a PDF: 3,000.</summary>
    public int Pages { get; init; } = 3_000;

    /// <summary>Columns of a catalogue: 200.</summary>
    public int Columns { get; init; } = 200;
}
