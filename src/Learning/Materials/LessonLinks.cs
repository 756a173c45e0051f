using Learning.Data;
using Microsoft.EntityFrameworkCore;

namespace Learning.Materials;

/// <summary>Links near-duplicates: finds, for a material that comes in, the lesson that is there already in another wrapper. One per import.</summary>
internal sealed class LessonLinks(LearningDbContext db)
{
    private readonly Dictionary<string, NearDuplicateIndex> _byOrganisation = new(StringComparer.Ordinal);

    /// <summary>Materials of this import that the database may not have yet.</summary>
    private readonly Dictionary<Guid, (TwinSide Side, Guid Lesson)> _fresh = [];

    /// <summary>Sets fingerprint and lesson of a material from its title and text.</summary>
    public async Task LinkAsync(Material material, CancellationToken cancellationToken)
    {
        material.Fingerprint = Fingerprint.Of(material.Text);
        var index = await IndexAsync(material.Organisation, cancellationToken);
        var side = new TwinSide(material.Id, material.Title, material.Summary, material.Text);
        var twins = NearDuplicates.Find(side, await SidesAsync(index.Candidates(material.Title, material.Fingerprint, material.Id), cancellationToken));
        material.Lesson = twins is [var surest, ..] ? await LessonAsync(surest.Id, cancellationToken) : material.Id;
        index.Add(material.Id, material.Title, material.Fingerprint);
        _fresh[material.Id] = (side, material.Lesson);
    }

    /// <summary>The batch is in the database: its texts need not stay in memory.</summary>
    public void Saved() => _fresh.Clear();

    private async Task<NearDuplicateIndex> IndexAsync(string organisation, CancellationToken cancellationToken)
    {
        if (_byOrganisation.TryGetValue(organisation, out var index))
        {
            return index;
        }

        index = new NearDuplicateIndex();
        await foreach (var known in db.Materials.AsNoTracking().Where(material => material.Organisation == organisation)
            .Select(material => new { material.Id, material.Title, material.Fingerprint }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            index.Add(known.Id, known.Title, known.Fingerprint);
        }

        return _byOrganisation[organisation] = index;
    }

    private async Task<List<TwinSide>> SidesAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var sides = ids.Where(_fresh.ContainsKey).Select(id => _fresh[id].Side).ToList();
        var stored = ids.Where(id => !_fresh.ContainsKey(id)).ToList();
        if (stored.Count > 0)
        {
            sides.AddRange(await db.Materials.AsNoTracking().Where(material => stored.Contains(material.Id))
                .Select(material => new TwinSide(material.Id, material.Title, material.Summary, material.Text)).ToListAsync(cancellationToken));
        }

        return sides;
    }

    private async Task<Guid> LessonAsync(Guid twin, CancellationToken cancellationToken) => _fresh.TryGetValue(twin, out var fresh)
        ? fresh.Lesson
        : await db.Materials.Where(material => material.Id == twin).Select(material => material.Lesson).SingleAsync(cancellationToken);
}
