namespace Learning.Materials.Readers;

/// <summary>A value as YAML, JSON or CSV gave it, before it means anything, with the line where it stood (0: unknown).</summary>
internal abstract record RawValue(int Line);

/// <summary>A scalar, always as text.</summary>
internal sealed record RawText(string Text, int Line) : RawValue(Line);

/// <summary>A list.</summary>
internal sealed record RawList(IReadOnlyList<RawValue> Items, int Line) : RawValue(Line);

/// <summary>A mapping; keys as they were written.</summary>
internal sealed record RawMap(IReadOnlyDictionary<string, RawValue> Entries, int Line) : RawValue(Line)
{
    public static RawMap None { get; } = new(new Dictionary<string, RawValue>(StringComparer.Ordinal), 0);
}

/// <summary>What a reader found in one item: told fields, the text, and what the format hints at for fields that are not told.</summary>
internal sealed record RawMaterial
{
    public RawMap Fields { get; init; } = RawMap.None;

    public required string Text { get; init; }

    /// <summary>Line on which the item begins in a catalogue; null where the file is the item.</summary>
    public int? Line { get; init; }

    public string? TitleHint { get; init; }

    public string? SummaryHint { get; init; }

    public string? LanguageHint { get; init; }

    public string? SourceHint { get; init; }

    /// <summary>A catalogue row may live without a text; a file may not.</summary>
    public bool IsCatalogueRow => Line is not null;
}
