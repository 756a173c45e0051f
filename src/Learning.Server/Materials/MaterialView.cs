using Learning.Materials;

namespace Learning.Server.Materials;

/// <summary>A material in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">Its name at the source.</param>
/// <param name="Title">Title.</param>
/// <param name="Summary">What one can do after it.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
/// <param name="Topics">Topic ids, the main one first.</param>
/// <param name="Occupations">Whom it is for; empty: everybody.</param>
/// <param name="AgeBands">Which ages it is for; empty: every age.</param>
/// <param name="Level">How much it presumes.</param>
/// <param name="CreditHours">Credit hours for verified completion.</param>
/// <param name="Minutes">Minutes it takes.</param>
/// <param name="Mode">How it is studied.</param>
/// <param name="ValidFrom">First day it is offered.</param>
/// <param name="ValidUntil">Last day it is offered.</param>
/// <param name="Score">How well it answers the words asked, within this answer; null without words.</param>
/// <param name="Snippet">The passage that answers them best; null without words.</param>
public sealed record MaterialListItem(
    Guid Id, string Key, string Title, string Summary, string Language, IReadOnlyList<string> Topics, IReadOnlyList<string> Occupations,
    IReadOnlyList<string> AgeBands, Level Level, decimal CreditHours, int Minutes, Mode Mode, DateOnly? ValidFrom, DateOnly? ValidUntil,
    double? Score, string? Snippet)
{
    internal static MaterialListItem Of(CatalogueEntry entry, double? score = null, string? snippet = null) => new(
        entry.Id, entry.Key, entry.Title, entry.Summary, entry.Language, entry.Topics, entry.Occupations, entry.AgeBands, entry.Level,
        entry.CreditHours, entry.Minutes, entry.Mode, entry.ValidFrom, entry.ValidUntil, score, snippet);
}

/// <summary>A material with its text.</summary>
public sealed record MaterialView
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name at the source.</summary>
    public required string Key { get; init; }

    /// <summary>Key of the organisation that offers it.</summary>
    public required string Organisation { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>What one can do after it.</summary>
    public required string Summary { get; init; }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Topic ids, the main one first.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Whom it is for: occupation codes or prefixes; empty: everybody.</summary>
    public required IReadOnlyList<string> Occupations { get; init; }

    /// <summary>Which ages it is for; empty: every age.</summary>
    public required IReadOnlyList<string> AgeBands { get; init; }

    /// <summary>How much it presumes.</summary>
    public required Level Level { get; init; }

    /// <summary>Keys of materials to finish before.</summary>
    public required IReadOnlyList<string> Prerequisites { get; init; }

    /// <summary>Credit hours for verified completion.</summary>
    public required decimal CreditHours { get; init; }

    /// <summary>Minutes it takes.</summary>
    public required int Minutes { get; init; }

    /// <summary>How it is studied.</summary>
    public required Mode Mode { get; init; }

    /// <summary>First day it is offered.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day it is offered.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string Source { get; init; }

    /// <summary>Licence.</summary>
    public required string Licence { get; init; }

    /// <summary>The text as Markdown. Untrusted: render it as text or through a sanitiser, never raw.</summary>
    public required string Text { get; init; }

    /// <summary>Recall questions, without their answers.</summary>
    public required IReadOnlyList<QuestionView> Questions { get; init; }

    /// <summary>The lesson it is; near-duplicates share it.</summary>
    public required Guid Lesson { get; init; }

    /// <summary>When it was withdrawn; null while it is offered.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Why it was withdrawn.</summary>
    public string? WithdrawnReason { get; init; }

    /// <summary>Its version, also the entity tag.</summary>
    public required int Version { get; init; }

    internal static MaterialView Of(Material material) => new()
    {
        Id = material.Id,
        Key = material.Key,
        Organisation = material.Organisation,
        Title = material.Title,
        Summary = material.Summary,
        Language = material.Language,
        Topics = material.Topics,
        Occupations = material.Occupations,
        AgeBands = material.AgeBands,
        Level = material.Level,
        Prerequisites = material.Prerequisites,
        CreditHours = material.CreditHours,
        Minutes = material.Minutes,
        Mode = material.Mode,
        ValidFrom = material.ValidFrom,
        ValidUntil = material.ValidUntil,
        Source = material.Source,
        Licence = material.Licence,
        Text = material.Text,
        Questions = [.. material.Questions.Select(question => new QuestionView(question.Ask, question.Options))],
        Lesson = material.Lesson,
        WithdrawnAt = material.WithdrawnAt,
        WithdrawnReason = material.WithdrawnReason,
        Version = material.Version,
    };
}

/// <summary>A recall question as it is asked.</summary>
/// <param name="Ask">The question.</param>
/// <param name="Options">The options; answer with the text of one.</param>
public sealed record QuestionView(string Ask, IReadOnlyList<string> Options);
