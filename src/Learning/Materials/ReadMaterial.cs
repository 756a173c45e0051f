namespace Learning.Materials;

/// <summary>A material as it was read, before it has an id: within all limits, its language told or detected, its gaps filled and named in <see cref="Estimated"/>.</summary>
public sealed record ReadMaterial
{
    /// <summary>Front matter <c>id</c>, catalogue <c>id</c> or <c>key</c>, else the path.</summary>
    public required string Key { get; init; }

    /// <summary>Organisation the source names; null: the importer's.</summary>
    public string? Organisation { get; init; }

    /// <summary>Title, 1–300 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Summary, at most 2,000 characters; the first sentences of the text where none was given.</summary>
    public string Summary { get; init; } = "";

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Topic ids, the main one first.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Occupation codes, prefixes of codes, or <c>retired</c>.</summary>
    public IReadOnlyList<string> Occupations { get; init; } = [];

    /// <summary>Ids of age bands.</summary>
    public IReadOnlyList<string> AgeBands { get; init; } = [];

    /// <summary>How much it presumes.</summary>
    public Level Level { get; init; }

    /// <summary>Keys of materials to complete before.</summary>
    public IReadOnlyList<string> Prerequisites { get; init; } = [];

    /// <summary>Credit hours to 0.1.</summary>
    public decimal CreditHours { get; init; }

    /// <summary>Minutes, 1–600.</summary>
    public int Minutes { get; init; }

    /// <summary>How it is studied.</summary>
    public Mode Mode { get; init; }

    /// <summary>First day on which it may be offered.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day on which it may be offered.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Who wrote it or where it comes from.</summary>
    public string Source { get; init; } = "";

    /// <summary>Licence.</summary>
    public string Licence { get; init; } = "";

    /// <summary>The text as Markdown; of a catalogue row without a text, its summary.</summary>
    public required string Text { get; init; }

    /// <summary>Questions whose answers stand in the text.</summary>
    public IReadOnlyList<RecallQuestion> Questions { get; init; } = [];

    /// <summary>Names of the fields that the source did not tell and that were worked out from the text (<c>summary</c>, <c>language</c>, <c>topics</c>, <c>minutes</c>, <c>creditHours</c>, <c>title</c>, <c>id</c>).</summary>
    public IReadOnlyList<string> Estimated { get; init; } = [];
}
