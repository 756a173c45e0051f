using Learning.Data;
using Learning.Materials;
using Microsoft.EntityFrameworkCore;

namespace Learning.Seeding;

/// <summary>Brings the lessons of the seed in, as anybody's lessons come in, each on the day it came out.</summary>
internal sealed class SeedMaterials(LearningDbContext db, SeedBook book, SeedDays days)
{
    /// <summary>The lessons in the store.</summary>
    public static async Task<IReadOnlyList<SeedLesson>> ReadAsync(LearningDbContext db, string organisation, CancellationToken cancellationToken) =>
        [.. (await db.Materials.AsNoTracking().Where(material => material.Organisation == organisation).ToListAsync(cancellationToken)).Select(SeedLesson.Of)];

    /// <summary>Imports what is missing.</summary>
    /// <returns>How many lessons there are.</returns>
    /// <exception cref="BrokenRule">A lesson can't be read.</exception>
    public async Task<int> StoreAsync(string seedFolder, IProgress<SeedProgress>? progress, CancellationToken cancellationToken)
    {
        var read = await ReadFilesAsync(seedFolder, cancellationToken);
        var dates = SeedSchedule.Of(book.Organisation, days, [.. read.Select(result => result.Material!)]);
        var stored = 0;
        foreach (var sameDay in read.GroupBy(result => dates[result.Material!.Key]).OrderBy(results => results.Key))
        {
            var import = new MaterialImport(db, new FixedTime(SeedDays.At(sameDay.Key, new TimeOnly(8, 0))));
            await import.StoreAsync(sameDay, book.Organisation.Key, null, cancellationToken);
            stored += sameDay.Count();
            progress?.Report(new SeedProgress("materials", stored));
        }

        return stored;
    }

    /// <summary>What the readers make of the lessons' files.</summary>
    /// <exception cref="BrokenRule">A lesson can't be read.</exception>
    public static async Task<List<ReadResult>> ReadFilesAsync(string seedFolder, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(seedFolder, "materials");
        var results = new List<ReadResult>();
        foreach (var file in Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            results.AddRange(MaterialReaders.Read(name, await File.ReadAllBytesAsync(file, cancellationToken)));
        }

        return results.Find(result => result.Material is null) is { Problem: { } problem } bad
            ? throw new BrokenRule("seed-invalid", $"The lesson {bad.File} can't be read: {problem.Detail} {problem.Where}", problem.Hint)
            : results;
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
