using Learning.Materials;

namespace Learning.Seeding;

/// <summary>What the generator needs of a material.</summary>
internal sealed record SeedLesson
{
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    public required string Language { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    public required IReadOnlyList<string> Occupations { get; init; }

    public required IReadOnlyList<string> AgeBands { get; init; }

    public required Level Level { get; init; }

    public required IReadOnlyList<string> Prerequisites { get; init; }

    public required int Minutes { get; init; }

    public required Mode Mode { get; init; }

    /// <summary>First day on which it was on offer.</summary>
    public required DateOnly From { get; init; }

    public required DateOnly? Until { get; init; }

    /// <summary>How many questions it asks.</summary>
    public required int Questions { get; init; }

    /// <summary>The lesson in a stored material, on offer since it came in.</summary>
    public static SeedLesson Of(Material material) => new()
    {
        Id = material.Id,
        Key = material.Key,
        Language = material.Language,
        Topics = material.Topics,
        Occupations = material.Occupations,
        AgeBands = material.AgeBands,
        Level = material.Level,
        Prerequisites = material.Prerequisites,
        Minutes = material.Minutes,
        Mode = material.Mode,
        From = SeedDays.DayOf(material.CreatedAt) is var came && material.ValidFrom > came ? material.ValidFrom.Value : came,
        Until = material.ValidUntil,
        Questions = material.Questions.Count,
    };
}
