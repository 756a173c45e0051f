namespace Learning.Materials;

/// <summary>What can be learned: one lesson, law, course or handout as it was read.</summary>
public sealed class Material
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name its source gives it (front matter <c>id</c>, catalogue <c>key</c>, or the file's path); unique within an organisation. Import finds a material again by it.</summary>
    public required string Key { get; init; }

    /// <summary>Key of the organisation that offers it.</summary>
    public required string Organisation { get; set; }

    /// <summary>Title, 1–300 characters.</summary>
    public required string Title { get; set; }

    /// <summary>What one can do after it, in a sentence or two; may be empty, at most 2,000 characters.</summary>
    public string Summary { get; set; } = "";

    /// <summary><c>zh</c> or <c>en</c>: told by the source or detected. It chooses the embedding model.</summary>
    public required string Language { get; set; }

    /// <summary>Topic ids, the main one first; see <see cref="Topics"/>.</summary>
    public List<string> Topics { get; set; } = [];

    /// <summary>Whom it is for: occupation codes or prefixes of codes (<c>4-02</c> means all below it), or <c>retired</c>. Empty: everybody.</summary>
    public List<string> Occupations { get; set; } = [];

    /// <summary>Whom it is for: ids of age bands (<see cref="Members.AgeBand"/>). Empty: every age.</summary>
    public List<string> AgeBands { get; set; } = [];

    /// <summary>How much it presumes.</summary>
    public Level Level { get; set; }

    /// <summary>Keys of materials (of the same organisation) to complete before this one.</summary>
    public List<string> Prerequisites { get; set; } = [];

    /// <summary>Credit hours for verified completion, to 0.1; 45 minutes are one.</summary>
    public decimal CreditHours { get; set; }

    /// <summary>Minutes it takes, 1–600.</summary>
    public int Minutes { get; set; }

    /// <summary>How it is studied.</summary>
    public Mode Mode { get; set; }

    /// <summary>First day on which it may be offered; null: no such bound.</summary>
    public DateOnly? ValidFrom { get; set; }

    /// <summary>Last day on which it may be offered; null: no such bound.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>Who wrote it or where it comes from, in words.</summary>
    public string Source { get; set; } = "";

    /// <summary>Licence, an SPDX id where there is one.</summary>
    public string Licence { get; set; } = "";

    /// <summary>The whole text as Markdown. Untrusted: never rendered as raw HTML.</summary>
    public string Text { get; set; } = "";

    /// <summary>Questions that show it was understood; empty when none were given.</summary>
    public List<RecallQuestion> Questions { get; set; } = [];

    /// <summary>SHA-256 (hex) over everything that was read; equal hashes mean that an import changes nothing.</summary>
    public required string Hash { get; set; }

    /// <summary>SimHash of the text, for finding near-duplicates (Charikar 2002).</summary>
    public long Fingerprint { get; set; }

    /// <summary>Near-duplicates share it: the same lesson in another wrapper or from another platform counts once. A material without twins has its own id here.</summary>
    public Guid Lesson { get; set; }

    /// <summary>When it first came in.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its content last changed.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>When it was withdrawn; null while it is offered.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Why it was withdrawn.</summary>
    public string? WithdrawnReason { get; set; }

    /// <summary>Grows with every change of any material, so that readers can ask for what changed since.</summary>
    public long Revision { get; set; }

    /// <summary>Counts the changes of this material; the entity tag of the API.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The parts in which it is embedded and found.</summary>
    public List<Chunk> Chunks { get; init; } = [];

    /// <summary>Whether it may be offered on a day.</summary>
    public bool IsOfferedOn(DateOnly day) =>
        WithdrawnAt is null && (ValidFrom is null || ValidFrom <= day) && (ValidUntil is null || day <= ValidUntil);
}

/// <summary>How much a material presumes.</summary>
public enum Level
{
    /// <summary>Presumes nothing.</summary>
    Introductory,

    /// <summary>Presumes the basics.</summary>
    Intermediate,

    /// <summary>For those who know the field.</summary>
    Advanced,
}

/// <summary>A question whose answer stands in the text.</summary>
public sealed class RecallQuestion
{
    /// <summary>The question.</summary>
    public required string Ask { get; init; }

    /// <summary>Two to six options.</summary>
    public required List<string> Options { get; init; }

    /// <summary>The right one of <see cref="Options"/>, word for word.</summary>
    public required string Answer { get; init; }

    /// <summary>The passage of the text from which the answer follows.</summary>
    public string Evidence { get; init; } = "";
}

/// <summary>A part of a material that fits the embedding model: it ends where an article, a heading or a sentence ends.</summary>
public sealed class Chunk
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The material it is part of.</summary>
    public required Guid MaterialId { get; init; }

    /// <summary>Its place in the material, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>The headings above it, outermost first, joined with " › "; for a law also the article (第四十四条).</summary>
    public required string Heading { get; init; }

    /// <summary>Its text.</summary>
    public required string Text { get; init; }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>What the embedding model reads: the text below its headings.</summary>
    public string Embedded => EmbeddedOf(Heading, Text);

    /// <summary>What the embedding model reads of a part.</summary>
    public static string EmbeddedOf(string heading, string text) => $"{heading}\n{text}";
}
