using Learning.Data;
using Learning.Records.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Learning.Seeding;

/// <summary>
/// Puts the fictional organisation of the quick start into an empty store: lessons through the ordinary import with the vectors that ship for them, then groups, members and records in one transaction.
/// Killed half way it goes on where it was; done once it never does anything again; a store that holds anything else is left alone.
/// </summary>
public static class SeedStore
{
    private const string Begun = "begun ";
    private const string Complete = "complete ";

    /// <summary>Seeds a store.</summary>
    /// <param name="db">The store, its tables made.</param>
    /// <param name="seedFolder">The folder <c>data/seed</c>.</param>
    /// <param name="today">The reference day: every date of the seed is counted from it, and its last records are of the day before.</param>
    /// <param name="progress">Told how far it is, or null.</param>
    /// <param name="cancellationToken">Stops it; the next call goes on.</param>
    /// <exception cref="BrokenRule">A file of the folder can't be read; the detail names it.</exception>
    public static async Task<SeedOutcome> SeedAsync(
        LearningDbContext db, string seedFolder, DateOnly today, IProgress<SeedProgress>? progress, CancellationToken cancellationToken)
    {
        var mark = await MarkAsync(db, cancellationToken);
        if (mark is null && await HoldsDataAsync(db, cancellationToken))
        {
            return new SeedOutcome(SeedStatus.StoreHoldsOtherData, 0, 0, 0);
        }

        if (mark?.StartsWith(Complete, StringComparison.Ordinal) == true)
        {
            return new SeedOutcome(SeedStatus.AlreadySeeded, 0, 0, 0);
        }

        var book = SeedBook.Read(seedFolder);
        var days = new SeedDays(mark is null ? today : DateOnly.ParseExact(mark[Begun.Length..], "yyyy-MM-dd"), book.Organisation.Months);
        if (mark is null)
        {
            db.StoreFacts.Add(new StoreFact { Name = StoreFact.Seed, Number = book.Organisation.Seed, Text = $"{Begun}{today:yyyy-MM-dd}" });
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        var materials = await new SeedMaterials(db, book, days).StoreAsync(seedFolder, progress, cancellationToken);
        await SeedVectors.StoreAsync(db, seedFolder, cancellationToken);
        return await StorePeopleAsync(db, book, days, materials, progress, cancellationToken);
    }

    private static Task<string?> MarkAsync(LearningDbContext db, CancellationToken cancellationToken) =>
        db.StoreFacts.Where(fact => fact.Name == StoreFact.Seed).Select(fact => fact.Text).FirstOrDefaultAsync(cancellationToken);

    private static async Task<bool> HoldsDataAsync(LearningDbContext db, CancellationToken cancellationToken) =>
        await db.Materials.AnyAsync(cancellationToken) || await db.Members.AnyAsync(cancellationToken) || await db.Groups.AnyAsync(cancellationToken);

    private static async Task<SeedOutcome> StorePeopleAsync(
        LearningDbContext db, SeedBook book, SeedDays days, int materials, IProgress<SeedProgress>? progress, CancellationToken cancellationToken)
    {
        var world = SeedGenerator.Make(book, await SeedMaterials.ReadAsync(db, book.Organisation.Key, cancellationToken), days.Today);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var done = await db.StoreFacts.Where(fact => fact.Name == StoreFact.Seed && fact.Text.StartsWith(Begun))
            .ExecuteUpdateAsync(set => set.SetProperty(fact => fact.Text, $"{Complete}{days.Today:yyyy-MM-dd}"), cancellationToken);
        if (done == 0)
        {
            // Another process was quicker.
            return new SeedOutcome(SeedStatus.AlreadySeeded, 0, 0, 0);
        }

        var writer = new BulkWriter(db);
        await writer.AddAsync(world.Groups, null, cancellationToken);
        await writer.AddAsync(world.Members, Report("members"), cancellationToken);
        await writer.AddAsync(world.Members.SelectMany(member => member.Groups), null, cancellationToken);
        var records = await writer.AddAsync(world.Records, Report("records"), cancellationToken);
        await HoursBackfill.RunAsync(db, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new SeedOutcome(SeedStatus.Seeded, materials, world.Members.Count, records);

        Action<int>? Report(string what) => progress is null ? null : count => progress.Report(new SeedProgress(what, count));
    }
}

/// <summary>How far seeding is.</summary>
/// <param name="What"><c>materials</c>, <c>members</c> or <c>records</c>.</param>
/// <param name="Done">How many are written.</param>
public sealed record SeedProgress(string What, int Done);

/// <summary>What became of seeding.</summary>
/// <param name="Status">What was done.</param>
/// <param name="Materials">Materials of the seed now in the store.</param>
/// <param name="Members">Members written.</param>
/// <param name="Records">Records written.</param>
public sealed record SeedOutcome(SeedStatus Status, int Materials, int Members, int Records);

/// <summary>What can become of seeding.</summary>
public enum SeedStatus
{
    /// <summary>The store was empty and now holds the seed.</summary>
    Seeded,

    /// <summary>The seed was there before; nothing was written.</summary>
    AlreadySeeded,

    /// <summary>The store holds something else; nothing was written.</summary>
    StoreHoldsOtherData,
}
