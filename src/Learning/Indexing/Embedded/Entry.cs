using Learning.Members;

namespace Learning.Indexing.Embedded;

/// <summary>What is kept of a material beside its chunks: what filters ask for.</summary>
/// <param name="Material">The material, its chunks left out.</param>
/// <param name="FirstRow">Row of its first chunk.</param>
/// <param name="RowCount">How many rows it has; at least one, since a material without text is found by its title.</param>
internal sealed record Entry(IndexedMaterial Material, int FirstRow, int RowCount)
{
    /// <summary>Whether a filter lets it through.</summary>
    public bool Passes(SearchFilter filter) =>
        (filter.Language is null || filter.Language == Material.Language)
        && (filter.Topic is null || Material.Topics.Contains(filter.Topic))
        && (filter.Organisations.Count == 0 || filter.Organisations.Contains(Material.Organisation))
        && (filter.ValidOn is not { } day || ((Material.ValidFrom is null || Material.ValidFrom <= day) && (Material.ValidUntil is null || day <= Material.ValidUntil)))
        && (filter.Occupation is null || Material.Occupations.Count == 0 || Material.Occupations.Any(group => Occupation.IsWithin(filter.Occupation, group)))
        && (filter.AgeBand is null || Material.AgeBands.Count == 0 || Material.AgeBands.Contains(filter.AgeBand))
        && !filter.Except.Contains(Material.Id);
}
