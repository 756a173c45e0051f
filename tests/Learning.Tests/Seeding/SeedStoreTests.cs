using System.Text.RegularExpressions;
using Learning.Data.Sqlite;
using Learning.Members;
using Learning.Seeding;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Learning.Tests.Seeding;

/// <summary>Seeding a store, with the shipped lessons of one topic and a handful of members of each trade.</summary>
public sealed class SeedStoreTests : IAsyncLifetime
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        MakeSmallFolder();
        await _connection.OpenAsync(Cancel);
        await using var db = Open();
        await db.Database.EnsureCreatedAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_empty_store_is_seeded_and_a_second_time_changes_nothing()
    {
        await using var db = Open();

        var first = await SeedAsync(db);
        var second = await SeedAsync(db);

        Assert.Equal(SeedStatus.Seeded, first.Status);
        Assert.Equal(SeedStatus.AlreadySeeded, second.Status);
        Assert.Equal(first.Materials, await db.Materials.CountAsync(Cancel));
        Assert.Equal(first.Members, await db.Members.CountAsync(Cancel));
        Assert.Equal(first.Records, await db.Records.CountAsync(Cancel));
        Assert.True(first.Records > 500);
    }

    [Fact]
    public async Task What_was_made_is_read_back_as_it_was_made()
    {
        await using var db = Open();
        await SeedAsync(db);

        var world = SeedGenerator.Make(SeedBook.Read(_folder.FullName), await SeedMaterials.ReadAsync(db, "fellow-travellers", Cancel), SeedOnPaper.Today);

        var stored = await db.Members.AsNoTracking().Include(member => member.Groups).OrderBy(member => member.Id).ToListAsync(Cancel);
        Assert.Equivalent(world.Members.OrderBy(member => member.Id).Take(30), stored.Take(30), strict: true);
        Assert.Equivalent(world.Groups.OrderBy(group => group.Key), await db.Groups.AsNoTracking().OrderBy(group => group.Key).ToListAsync(Cancel), strict: true);
        var records = await db.Records.AsNoTracking().OrderBy(record => record.Id).ToListAsync(Cancel);
        Assert.Equivalent(world.Records.OrderBy(record => record.Id.ToString()).Take(100), records.OrderBy(record => record.Id.ToString()).Take(100), strict: true);
    }

    [Fact]
    public async Task Stopped_half_way_it_goes_on_and_ends_the_same()
    {
        await using (var db = Open())
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            var progress = new OnProgress(step => { if (step.What == "records") stop.Cancel(); });
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SeedStore.SeedAsync(db, _folder.FullName, SeedOnPaper.Today, progress, stop.Token));
            Assert.Equal(0, await db.Members.CountAsync(Cancel));
        }

        await using var again = Open();
        var outcome = await SeedStore.SeedAsync(again, _folder.FullName, SeedOnPaper.Today.AddDays(1), null, Cancel);

        Assert.Equal(SeedStatus.Seeded, outcome.Status);
        Assert.Equal(outcome.Records, await again.Records.CountAsync(Cancel));
        Assert.True(await again.Records.MaxAsync(record => record.At, Cancel) < new DateTimeOffset(SeedOnPaper.Today, TimeOnly.MinValue, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_store_with_other_data_is_left_alone()
    {
        await using var db = Open();
        db.Members.Add(new Member { Id = Guid.CreateVersion7(), Organisation = "other", Name = "Zoe", JoinedAt = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync(Cancel);

        var outcome = await SeedAsync(db);

        Assert.Equal(SeedStatus.StoreHoldsOtherData, outcome.Status);
        Assert.Equal(0, await db.Materials.CountAsync(Cancel));
        Assert.Equal(1, await db.Members.CountAsync(Cancel));
    }

    [Fact]
    public async Task Lessons_come_in_with_their_vectors_and_a_changed_one_waits_for_its_own()
    {
        var changed = Directory.GetFiles(Path.Combine(_folder.FullName, "materials", "zh"))[0];
        await File.AppendAllTextAsync(changed, "\n一句新加的话。\n", Cancel);
        await using var db = Open();

        await SeedAsync(db);

        var waiting = await db.Chunks.Where(chunk => !db.ChunkVectors.Any(vector => vector.ChunkId == chunk.Id)).Select(chunk => chunk.MaterialId).Distinct().ToListAsync(Cancel);
        Assert.Equal(Path.GetFileNameWithoutExtension(changed), (await db.Materials.SingleAsync(material => material.Id == Assert.Single(waiting), Cancel)).Key);
        Assert.True(await db.ChunkVectors.CountAsync(Cancel) > 200);
    }

    [Fact]
    public async Task A_lesson_that_cannot_be_read_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "materials", "zh", "broken.md"), "---\ntitle: [\n---\n", Cancel);
        await using var db = Open();

        var broken = await Assert.ThrowsAsync<BrokenRule>(() => SeedAsync(db));

        Assert.Contains("broken.md", broken.Detail, StringComparison.Ordinal);
    }

    private SqliteLearningDbContext Open() => new(new DbContextOptionsBuilder<SqliteLearningDbContext>().UseSqlite(_connection).Options);

    private Task<SeedOutcome> SeedAsync(SqliteLearningDbContext db) => SeedStore.SeedAsync(db, _folder.FullName, SeedOnPaper.Today, null, Cancel);

    private void MakeSmallFolder()
    {
        foreach (var file in Directory.GetFiles(SeedOnPaper.Folder, "*.yaml"))
        {
            File.WriteAllText(Path.Combine(_folder.FullName, Path.GetFileName(file)), Regex.Replace(File.ReadAllText(file), @"count: \d+", "count: 6", RegexOptions.None, TimeSpan.FromSeconds(5)));
        }

        File.Copy(Path.Combine(SeedOnPaper.Folder, "vectors.bin"), Path.Combine(_folder.FullName, "vectors.bin"));
        var lessons = _folder.CreateSubdirectory("materials").CreateSubdirectory("zh");
        foreach (var file in Directory.GetFiles(Path.Combine(SeedOnPaper.Folder, "materials", "zh"), "*-*.md").Where(file => Path.GetFileName(file)[0] is 'f' or 't' or 'o'))
        {
            File.Copy(file, Path.Combine(lessons.FullName, Path.GetFileName(file)));
        }
    }

    private sealed class OnProgress(Action<SeedProgress> act) : IProgress<SeedProgress>
    {
        public void Report(SeedProgress value) => act(value);
    }
}
