using System.Runtime.InteropServices;
using Learning.Data;
using Learning.Embeddings;
using Learning.Materials;
using Microsoft.EntityFrameworkCore;

namespace Learning.Indexing;

/// <summary>
/// Search over the materials in the database. The index is a copy: it is filled from the database at first use and
/// follows every change before it answers, so what was withdrawn a moment ago is not found.
/// </summary>
public sealed class MaterialSearch(ISearchIndex index, EmbeddingModels models)
{
    private const int ReadAtOnce = 200;

    private readonly SemaphoreSlim _following = new(1, 1);
    private long _revision = -1;
    private Dictionary<string, string> _active = [];

    /// <summary>What is in the index.</summary>
    public IndexSize Size => index.Size;

    /// <inheritdoc cref="ISearchIndex.VectorOf" />
    public MaterialVector? VectorOf(Guid material) => index.VectorOf(material);

    /// <summary>Finds materials, best first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="request">What is searched; its vectors are made here from the words.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<SearchHit>> SearchAsync(LearningDbContext db, SearchRequest request, CancellationToken cancellationToken)
    {
        await CatchUpAsync(db, cancellationToken);
        return await index.SearchAsync(request with { Vectors = request.Mode == SearchMode.Words ? [] : await VectorsAsync(request.Text, cancellationToken) }, cancellationToken);
    }

    /// <summary>How well materials answer words, by material, the best being 1.</summary>
    public async Task<IReadOnlyDictionary<Guid, double>> AnswersAsync(LearningDbContext db, string query, string organisation, DateOnly today, CancellationToken cancellationToken)
    {
        const int most = 200;
        var hits = await SearchAsync(db, new SearchRequest { Text = query, Limit = most, Filter = new SearchFilter { Organisations = [organisation], ValidOn = today } }, cancellationToken);
        var best = hits.Count == 0 ? 1 : Math.Max(hits[0].Score, double.Epsilon);
        return hits.ToDictionary(hit => hit.Material, hit => Math.Clamp(hit.Score / best, 0, 1));
    }

    /// <summary>Brings the index up to the database. Costs one small question when nothing changed.</summary>
    public async Task CatchUpAsync(LearningDbContext db, CancellationToken cancellationToken)
    {
        if (await Catalogue.RevisionAsync(db, cancellationToken) == Interlocked.Read(ref _revision))
        {
            return;
        }

        await _following.WaitAsync(cancellationToken);
        try
        {
            var revision = await Catalogue.RevisionAsync(db, cancellationToken);
            _active = await ActiveModels.ReadAsync(db, models, cancellationToken);
            await FollowAsync(db, _revision, cancellationToken);
            Interlocked.Exchange(ref _revision, revision);
        }
        finally
        {
            _following.Release();
        }
    }

    private async Task FollowAsync(LearningDbContext db, long since, CancellationToken cancellationToken)
    {
        var changed = await db.Materials.AsNoTracking().Where(material => material.Revision > since)
            .Select(material => new { material.Id, IsGone = material.WithdrawnAt != null }).ToListAsync(cancellationToken);
        await index.RemoveAsync([.. changed.Where(material => material.IsGone).Select(material => material.Id)], cancellationToken);
        foreach (var batch in changed.Where(material => !material.IsGone).Select(material => material.Id).Chunk(ReadAtOnce))
        {
            await PutAsync(db, await db.Materials.AsNoTracking().Where(material => batch.Contains(material.Id)).ToListAsync(cancellationToken), cancellationToken);
        }
    }

    private async Task PutAsync(LearningDbContext db, List<Material> materials, CancellationToken cancellationToken)
    {
        var ids = materials.ConvertAll(material => material.Id);
        var chunks = (await db.Chunks.AsNoTracking().Where(chunk => ids.Contains(chunk.MaterialId)).OrderBy(chunk => chunk.Position).ToListAsync(cancellationToken))
            .ToLookup(chunk => chunk.MaterialId);
        var active = _active.Values.Distinct().ToList();
        var vectors = await db.ChunkVectors.AsNoTracking()
            .Where(vector => active.Contains(vector.Model) && db.Chunks.Any(chunk => chunk.Id == vector.ChunkId && ids.Contains(chunk.MaterialId)))
            .ToDictionaryAsync(vector => (vector.ChunkId, vector.Model), cancellationToken);
        await index.PutAsync([.. materials.Select(material => Indexed(material, chunks[material.Id], vectors))], cancellationToken);
    }

    private IndexedMaterial Indexed(Material material, IEnumerable<Chunk> chunks, Dictionary<(Guid, string), ChunkVector> vectors) => new()
    {
        Id = material.Id,
        Lesson = material.Lesson,
        Organisation = material.Organisation,
        Language = material.Language,
        Title = material.Title,
        Summary = material.Summary,
        Topics = material.Topics,
        Occupations = material.Occupations,
        AgeBands = material.AgeBands,
        ValidFrom = material.ValidFrom,
        ValidUntil = material.ValidUntil,
        Chunks =
        [
            .. chunks.Select(chunk => vectors.TryGetValue((chunk.Id, _active[material.Language]), out var vector)
                ? new IndexedChunk(chunk.Id, chunk.Heading, chunk.Text, vector.Model, MemoryMarshal.Cast<byte, float>(vector.Numbers).ToArray())
                : new IndexedChunk(chunk.Id, chunk.Heading, chunk.Text, null, ReadOnlyMemory<float>.Empty)),
        ],
    };

    /// <summary>The words under the model of their own language. A model that is not at hand (it is being replaced) leaves the search to the words.</summary>
    private async Task<IReadOnlyList<MaterialVector>> VectorsAsync(string text, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var active = _active.GetValueOrDefault(LanguageOf.Text(text));
        return models.All.FirstOrDefault(model => model.Id == active) is { } model
            ? [new MaterialVector(model.Id, await model.EmbedAsync(text, cancellationToken))]
            : [];
    }
}
