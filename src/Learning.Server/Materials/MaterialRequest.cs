using System.ComponentModel.DataAnnotations;
using Learning.Materials;

namespace Learning.Server.Materials;

/// <summary>A material as a coordinator writes it. What is left out is told from the text: language, minutes, credit hours, topics.</summary>
public sealed record MaterialRequest
{
    /// <summary>Its name at the source; left out, it gets one. It can't change.</summary>
    [StringLength(500, MinimumLength = 1)]
    public string? Key { get; init; }

    /// <summary>Title.</summary>
    [Required, StringLength(300, MinimumLength = 1)]
    public required string Title { get; init; }

    /// <summary>The text as Markdown.</summary>
    [Required, StringLength(2_000_000, MinimumLength = 1)]
    public required string Text { get; init; }

    /// <summary>What one can do after it.</summary>
    [StringLength(2000)]
    public string? Summary { get; init; }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    [AllowedValues("zh", "en", null)]
    public string? Language { get; init; }

    /// <summary>Topic ids, the main one first.</summary>
    [MaxLength(20)]
    public IReadOnlyList<string>? Topics { get; init; }

    /// <summary>Whom it is for: occupation codes or prefixes; empty: everybody.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? Occupations { get; init; }

    /// <summary>Which ages it is for: ids of age bands; empty: every age.</summary>
    [MaxLength(6)]
    public IReadOnlyList<string>? AgeBands { get; init; }

    /// <summary>How much it presumes.</summary>
    public Level? Level { get; init; }

    /// <summary>Keys of materials to finish before.</summary>
    [MaxLength(20)]
    public IReadOnlyList<string>? Prerequisites { get; init; }

    /// <summary>Credit hours for verified completion.</summary>
    [Range(0.0, 200.0)]
    public decimal? CreditHours { get; init; }

    /// <summary>Minutes it takes.</summary>
    [Range(1, 600)]
    public int? Minutes { get; init; }

    /// <summary>How it is studied.</summary>
    public Mode? Mode { get; init; }

    /// <summary>First day it is offered.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day it is offered.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Who wrote it.</summary>
    [StringLength(500)]
    public string? Source { get; init; }

    /// <summary>Licence.</summary>
    [StringLength(200)]
    public string? Licence { get; init; }

    /// <summary>Recall questions.</summary>
    [MaxLength(50)]
    public IReadOnlyList<QuestionRequest>? Questions { get; init; }
}

/// <summary>A recall question as a coordinator writes it.</summary>
/// <param name="Ask">The question.</param>
/// <param name="Options">Two to six options.</param>
/// <param name="Answer">The right one, word for word.</param>
/// <param name="Evidence">The passage of the text from which the answer follows.</param>
public sealed record QuestionRequest(
    [property: Required, StringLength(1000, MinimumLength = 1)] string Ask,
    [property: Required, MinLength(2), MaxLength(6)] IReadOnlyList<string> Options,
    [property: Required, StringLength(1000, MinimumLength = 1)] string Answer,
    [property: StringLength(2000)] string? Evidence = null);
