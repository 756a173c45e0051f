using Learning.Data;
using Learning.Materials.Readers;
using Microsoft.EntityFrameworkCore;

namespace Learning.Materials;

/// <summary>Stores what was read: new materials, changed ones with new chunks, and nothing for what is the same. Each item is answered for itself.</summary>
public sealed class MaterialImport(LearningDbContext db, TimeProvider time)
{
    private const int SavedAtOnce = 50;

    /// <summary>Stores a list of what readers gave.</summary>
    /// <param name="results">What was read, good and bad.</param>
    /// <param name="organisation">Organisation of materials that do not tell one.</param>
    /// <param name="progress">Told how many are done, or null.</param>
    /// <param name="cancellationToken">Stops between batches; what is stored stays.</param>
    /// <returns>One answer per result, in their order.</returns>
    public async Task<IReadOnlyList<ImportedItem>> StoreAsync(
        IEnumerable<ReadResult> results, string organisation, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var items = new List<ImportedItem>();
        var links = new LessonLinks(db);
        var circles = new PrerequisiteCircles(db);
        foreach (var batch in results.Chunk(SavedAtOnce))
        {
            items.AddRange(await StoreBatchAsync(batch, organisation, links, circles, cancellationToken));
            progress?.Report(items.Count);
        }

        return items;
    }

    /// <summary>Takes a material out of every answer.</summary>
    /// <exception cref="BrokenRule">There is no such material, or it was withdrawn before.</exception>
    public static async Task<Material> WithdrawAsync(LearningDbContext db, Guid id, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var material = await db.Materials.FirstOrDefaultAsync(candidate => candidate.Id == id, cancellationToken)
            ?? throw new BrokenRule("material-unknown", $"There is no material {id}.", "Use an id from GET /materials.", BrokenRuleKind.NotFound);
        if (material.WithdrawnAt is not null)
        {
            throw new BrokenRule("material-withdrawn", $"The material was withdrawn at {material.WithdrawnAt:O}.", "There is nothing left to do.", BrokenRuleKind.Conflict);
        }

        material.WithdrawnAt = now;
        material.WithdrawnReason = reason;
        material.Version++;
        await db.SaveChangesAsync(cancellationToken);
        return material;
    }

    private async Task<List<ImportedItem>> StoreBatchAsync(ReadResult[] batch, string organisation, LessonLinks links, PrerequisiteCircles circles, CancellationToken cancellationToken)
    {
        try
        {
            return await TryStoreBatchAsync(batch, organisation, links, circles, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody else stored the same materials at the same moment; by now theirs are there to be compared with.
            db.ChangeTracker.Clear();
            circles.Forget();
            return await TryStoreBatchAsync(batch, organisation, links, circles, cancellationToken);
        }
    }

    private async Task<List<ImportedItem>> TryStoreBatchAsync(ReadResult[] batch, string organisation, LessonLinks links, PrerequisiteCircles circles, CancellationToken cancellationToken)
    {
        var before = await KnownAsync(batch, cancellationToken);
        var items = new List<ImportedItem>(batch.Length);
        foreach (var result in batch)
        {
            items.Add(await StoreOneAsync(result, organisation, before, links, circles, cancellationToken));
        }

        if (!db.ChangeTracker.HasChanges())
        {
            return items;
        }

        // Reading and cutting are done: the database is held only for the writing.
        var changed = items.Where(item => item.Status == ImportStatus.Changed).Select(item => item.Id!.Value).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Chunks.Where(chunk => changed.Contains(chunk.MaterialId)).ExecuteDeleteAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        links.Saved();
        return items;
    }

    /// <summary>Ids and hashes of what is there under the keys of a batch. Whole materials are read only where something changed.</summary>
    private async Task<Dictionary<(string Organisation, string Key), (Guid Id, string Hash)>> KnownAsync(ReadResult[] batch, CancellationToken cancellationToken)
    {
        var keys = batch.Select(result => result.Material?.Key).OfType<string>().ToList();
        var known = await db.Materials.Where(material => keys.Contains(material.Key))
            .Select(material => new { material.Organisation, material.Key, material.Id, material.Hash }).ToListAsync(cancellationToken);
        return known.ToDictionary(material => (material.Organisation, material.Key), material => (material.Id, material.Hash));
    }

    private async Task<ImportedItem> StoreOneAsync(
        ReadResult result, string organisation, Dictionary<(string, string), (Guid Id, string Hash)> known, LessonLinks links, PrerequisiteCircles circles, CancellationToken cancellationToken)
    {
        if (result.Material is not { } read)
        {
            return new ImportedItem(result.File, result.Line, ImportStatus.Failed, null, result.Problems);
        }

        var owner = read.Organisation ?? organisation;
        var hash = ContentHash.Of(read);
        var isKnown = known.TryGetValue((owner, read.Key), out var before);
        if ((!isKnown || before.Hash != hash) && read.Prerequisites.Count > 0 && await circles.ProblemOfAsync(owner, read.Key, read.Prerequisites, cancellationToken) is { } circle)
        {
            return new ImportedItem(result.File, result.Line, ImportStatus.Failed, null, [circle]);
        }

        if (!isKnown)
        {
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            var material = new Material { Id = id, Key = read.Key, Organisation = owner, Title = read.Title, Language = read.Language, Hash = hash, CreatedAt = now, Lesson = id };
            Fill(material, read, hash);
            await links.LinkAsync(material, cancellationToken);
            db.Materials.Add(material);
            known[(owner, read.Key)] = (id, hash);
            return new ImportedItem(result.File, result.Line, ImportStatus.Created, id, []);
        }

        if (before.Hash == hash)
        {
            return new ImportedItem(result.File, result.Line, ImportStatus.Unchanged, before.Id, []);
        }

        return await ChangeAsync(result, read, before.Id, hash, links, cancellationToken);
    }

    private async Task<ImportedItem> ChangeAsync(ReadResult result, ReadMaterial read, Guid id, string hash, LessonLinks links, CancellationToken cancellationToken)
    {
        if (db.ChangeTracker.Entries<Material>().Any(entry => entry.Entity.Id == id))
        {
            return new ImportedItem(result.File, result.Line, ImportStatus.Failed, null, [Problems.KeyRepeated(read.Key, "")]);
        }

        var material = await db.Materials.SingleAsync(known => known.Id == id, cancellationToken);
        Fill(material, read, hash);
        await links.LinkAsync(material, cancellationToken);
        material.Version++;
        return new ImportedItem(result.File, result.Line, ImportStatus.Changed, id, []);
    }

    private void Fill(Material material, ReadMaterial read, string hash)
    {
        var now = time.GetUtcNow();
        material.Title = read.Title;
        material.Summary = read.Summary;
        material.Language = read.Language;
        material.Topics = [.. read.Topics];
        material.Occupations = [.. read.Occupations];
        material.AgeBands = [.. read.AgeBands];
        material.Level = read.Level;
        material.Prerequisites = [.. read.Prerequisites];
        material.CreditHours = read.CreditHours;
        material.Minutes = read.Minutes;
        material.Mode = read.Mode;
        material.ValidFrom = read.ValidFrom;
        material.ValidUntil = read.ValidUntil;
        material.Source = read.Source;
        material.Licence = read.Licence;
        material.Text = read.Text;
        material.Questions = [.. read.Questions];
        material.Hash = hash;
        material.ChangedAt = now;
        db.Chunks.AddRange(Chunker.Cut(read.Title, read.Text, read.Language).Select((chunk, position) => new Chunk
        {
            Id = Guid.CreateVersion7(now),
            MaterialId = material.Id,
            Position = position,
            Heading = chunk.Heading,
            Text = chunk.Text,
            Language = read.Language,
        }));
    }
}

/// <summary>What became of one item of an import.</summary>
/// <param name="File">The file it was in.</param>
/// <param name="Line">The line, in catalogues; null for whole files.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Id">The material; null when it failed.</param>
/// <param name="Problems">Why it failed.</param>
public sealed record ImportedItem(string File, int? Line, ImportStatus Status, Guid? Id, IReadOnlyList<Problem> Problems);

/// <summary>What can become of an item.</summary>
public enum ImportStatus
{
    /// <summary>New.</summary>
    Created,

    /// <summary>Known before, and now different.</summary>
    Changed,

    /// <summary>The same as before; nothing was written.</summary>
    Unchanged,

    /// <summary>Not stored.</summary>
    Failed,
}
