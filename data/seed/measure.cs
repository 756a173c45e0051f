#!/usr/bin/env dotnet
#:project ../../src/Learning/Learning.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// Seeds a store of its own in a temporary folder and says what that took and what is in it.
// Run it: dotnet run data/seed/measure.cs            the reference day is 2026-11-20, as in the tests
//         dotnet run data/seed/measure.cs 2027-03-01 another day

using System.Diagnostics;
using System.Globalization;
using Learning;
using Learning.Data;
using Learning.Data.Sqlite;
using Learning.Records;
using Learning.Seeding;
using Microsoft.EntityFrameworkCore;

var today = DateOnly.Parse(args.FirstOrDefault() ?? "2026-11-20", CultureInfo.InvariantCulture);
var store = new DataOptions { DataFolder = Directory.CreateTempSubdirectory("learning-seed-").FullName };
await using var db = new SqliteLearningDbContext((DbContextOptions<SqliteLearningDbContext>)
    new DbContextOptionsBuilder<SqliteLearningDbContext>().UseLearningSqlite(store).Options);

var watch = Stopwatch.StartNew();
await db.Database.MigrateAsync();
Took("tables made");
var outcome = await SeedStore.SeedAsync(db, DataFolder.Find("data/seed"), today, new Printed(progress => Took($"first {progress.What} written")), CancellationToken.None);
Took("all written");
Console.WriteLine($"{outcome.Materials} materials, {outcome.Members} members, {outcome.Records} records, {new FileInfo(store.DatabaseFile).Length / 1e6:0.0} MB");
Console.WriteLine($"{await db.Chunks.CountAsync()} parts, {await db.Chunks.CountAsync(chunk => !db.ChunkVectors.Any(vector => vector.ChunkId == chunk.Id))} of them without a vector");

var perMember = await db.Records.GroupBy(record => record.MemberId).Select(own => own.Count()).OrderBy(count => count).ToListAsync();
Console.WriteLine($"members without a record: {outcome.Members - perMember.Count}; records of the others: median {perMember[perMember.Count / 2]}, nine in ten up to {perMember[perMember.Count * 9 / 10]}, most {perMember[^1]}");
Console.WriteLine($"records a member: {(double)outcome.Records / outcome.Members:0.0}");
Console.WriteLine($"English: {await db.Members.CountAsync(member => member.Language == "en")}; personalisation off: {await db.Members.CountAsync(member => !member.Personalised)}");
foreach (var verb in await db.Records.GroupBy(record => record.Verb).Select(same => new { same.Key, Count = same.Count() }).OrderByDescending(same => same.Count).ToListAsync())
{
    Console.WriteLine($"  {verb.Count,6} {verb.Key}");
}

Console.WriteLine($"recalls passed: {await db.Records.CountAsync(record => record.Verb == Verb.Recalled && record.Success == true)}");
await db.Database.EnsureDeletedAsync();

void Took(string what) => Console.WriteLine($"{watch.Elapsed.TotalSeconds,6:0.0} s, of which {Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:0.0} s computing: {what}");

internal sealed class Printed(Action<SeedProgress> act) : IProgress<SeedProgress>
{
    private string _last = "";

    public void Report(SeedProgress value)
    {
        if (value.What != _last)
        {
            act(value);
        }

        _last = value.What;
    }
}
