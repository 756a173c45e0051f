using System.Collections.Immutable;
using Learning.Data;
using Microsoft.EntityFrameworkCore;

namespace Learning.Materials;

/// <summary>
/// Everything about the materials that ranking and planning need, in memory and as fresh as the database:
/// each use asks for what changed since, so a withdrawal holds from the next question on, on every server.
/// </summary>
public sealed class Catalogue
{
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private volatile CatalogueSnapshot _current = CatalogueSnapshot.Empty;

    /// <summary>The catalogue as the database has it now.</summary>
    public async Task<CatalogueSnapshot> CurrentAsync(LearningDbContext db, CancellationToken cancellationToken)
    {
        var revision = await RevisionAsync(db, cancellationToken);
        if (revision == _current.Revision)
        {
            return _current;
        }

        await _refreshing.WaitAsync(cancellationToken);
        try
        {
            return _current = await RefreshedAsync(db, _current, cancellationToken);
        }
        finally
        {
            _refreshing.Release();
        }
    }

    /// <summary>The revision of the materials in the database.</summary>
    public static Task<long> RevisionAsync(LearningDbContext db, CancellationToken cancellationToken) =>
        db.StoreFacts.Where(fact => fact.Name == StoreFact.MaterialsRevision).Select(fact => fact.Number).SingleAsync(cancellationToken);

    private static async Task<CatalogueSnapshot> RefreshedAsync(LearningDbContext db, CatalogueSnapshot old, CancellationToken cancellationToken)
    {
        var revision = await RevisionAsync(db, cancellationToken);
        var changed = await db.Materials.AsNoTracking().Where(material => material.Revision > old.Revision)
            .Select(material => new CatalogueEntry
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
                PrerequisiteKeys = material.Prerequisites,
                CreditHours = material.CreditHours,
                Minutes = material.Minutes,
                Mode = material.Mode,
                ValidFrom = material.ValidFrom,
                ValidUntil = material.ValidUntil,
                Lesson = material.Lesson,
                CreatedAt = material.CreatedAt,
                IsWithdrawn = material.WithdrawnAt != null,
                Version = material.Version,
            })
            .ToListAsync(cancellationToken);
        return old.With(revision, changed);
    }
}

/// <summary>The catalogue at one revision.</summary>
/// <param name="Revision">Revision of the materials it shows.</param>
/// <param name="ById">Every material, withdrawn ones too.</param>
/// <param name="ByKey">The same by organisation and key.</param>
public sealed record CatalogueSnapshot(
    long Revision,
    ImmutableDictionary<Guid, CatalogueEntry> ById,
    ImmutableDictionary<(string Organisation, string Key), Guid> ByKey)
{
    /// <summary>The catalogue without anything.</summary>
    public static CatalogueSnapshot Empty { get; } = new(-1, ImmutableDictionary<Guid, CatalogueEntry>.Empty, ImmutableDictionary<(string, string), Guid>.Empty);

    /// <summary>All materials, the newest first; put in order once for all who ask.</summary>
    public IReadOnlyList<CatalogueEntry> Newest => field ??= [.. ById.Values.OrderByDescending(entry => entry.CreatedAt).ThenByDescending(entry => entry.Id)];

    /// <summary>Ids of the prerequisites of a material that are in the catalogue and not withdrawn. A prerequisite nobody can take is none.</summary>
    public IEnumerable<Guid> PrerequisitesOf(CatalogueEntry entry) => entry.PrerequisiteKeys
        .Select(key => ByKey.GetValueOrDefault((entry.Organisation, key)))
        .Where(id => ById.TryGetValue(id, out var prerequisite) && !prerequisite.IsWithdrawn);

    internal CatalogueSnapshot With(long revision, IReadOnlyList<CatalogueEntry> changed) => new(
        revision,
        ById.SetItems(changed.Select(entry => KeyValuePair.Create(entry.Id, entry))),
        ByKey.SetItems(changed.Select(entry => KeyValuePair.Create((entry.Organisation, entry.Key), entry.Id))));
}

/// <summary>A material without its text.</summary>
public sealed class CatalogueEntry
{
    /// <inheritdoc cref="Material.Id" />
    public required Guid Id { get; init; }

    /// <inheritdoc cref="Material.Key" />
    public required string Key { get; init; }

    /// <inheritdoc cref="Material.Organisation" />
    public required string Organisation { get; init; }

    /// <inheritdoc cref="Material.Title" />
    public required string Title { get; init; }

    /// <inheritdoc cref="Material.Summary" />
    public required string Summary { get; init; }

    /// <inheritdoc cref="Material.Language" />
    public required string Language { get; init; }

    /// <inheritdoc cref="Material.Topics" />
    public required IReadOnlyList<string> Topics { get; init; }

    /// <inheritdoc cref="Material.Occupations" />
    public required IReadOnlyList<string> Occupations { get; init; }

    /// <inheritdoc cref="Material.AgeBands" />
    public required IReadOnlyList<string> AgeBands { get; init; }

    /// <inheritdoc cref="Material.Level" />
    public required Level Level { get; init; }

    /// <inheritdoc cref="Material.Prerequisites" />
    public required IReadOnlyList<string> PrerequisiteKeys { get; init; }

    /// <inheritdoc cref="Material.CreditHours" />
    public required decimal CreditHours { get; init; }

    /// <inheritdoc cref="Material.Minutes" />
    public required int Minutes { get; init; }

    /// <inheritdoc cref="Material.Mode" />
    public required Mode Mode { get; init; }

    /// <inheritdoc cref="Material.ValidFrom" />
    public required DateOnly? ValidFrom { get; init; }

    /// <inheritdoc cref="Material.ValidUntil" />
    public required DateOnly? ValidUntil { get; init; }

    /// <inheritdoc cref="Material.Lesson" />
    public required Guid Lesson { get; init; }

    /// <inheritdoc cref="Material.CreatedAt" />
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether it was withdrawn.</summary>
    public required bool IsWithdrawn { get; init; }

    /// <inheritdoc cref="Material.Version" />
    public required int Version { get; init; }

    /// <inheritdoc cref="Material.IsOfferedOn" />
    public bool IsOfferedOn(DateOnly day) => !IsWithdrawn && (ValidFrom is null || ValidFrom <= day) && (ValidUntil is null || day <= ValidUntil);
}
