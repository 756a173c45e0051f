namespace Learning.Members;

/// <summary>The age bands of the house: wide enough to be shared by many, narrow enough to differ in what suits.</summary>
/// <param name="Id">Its id, as in a material's audience.</param>
/// <param name="From">Youngest age in years.</param>
/// <param name="To">Oldest age in years.</param>
public sealed record AgeBand(string Id, int From, int To)
{
    /// <summary>All bands, youngest first.</summary>
    public static IReadOnlyList<AgeBand> All { get; } =
    [
        new("under-25", 0, 24), new("25-34", 25, 34), new("35-44", 35, 44),
        new("45-54", 45, 54), new("55-64", 55, 64), new("65-plus", 65, 150),
    ];

    /// <summary>The band of an age; null when the age is unknown.</summary>
    public static AgeBand? Of(int? age) => age is null ? null : All.FirstOrDefault(band => age >= band.From && age <= band.To);
}
