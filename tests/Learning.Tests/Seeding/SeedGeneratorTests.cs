using System.Security.Cryptography;
using System.Text.Json;
using Learning.Rules;
using Learning.Seeding;

namespace Learning.Tests.Seeding;

public sealed class SeedGeneratorTests
{
    [Fact]
    public void The_same_seed_and_day_give_the_same_bytes() =>
        Assert.Equal(BytesOf(SeedOnPaper.World), BytesOf(SeedOnPaper.Make(SeedOnPaper.Today)));

    [Fact]
    public void Ids_are_UUIDs_of_version_7_that_tell_their_time_and_occur_once()
    {
        var records = SeedOnPaper.World.Records.ToList();

        Assert.All(records, record =>
        {
            Assert.Equal(7, record.Id.Version);
            Assert.InRange(record.Id.Variant, 8, 11);
            Assert.Equal(record.At.ToUnixTimeMilliseconds().ToString("x12"), record.Id.ToString("N")[..12]);
        });
        Assert.Distinct(records.Select(record => record.Id));
        Assert.Distinct(SeedOnPaper.World.Members.Select(member => member.Id));
    }

    [Fact]
    public void Chance_falls_the_same_way_everywhere()
    {
        var chance = Chance.Of(1, "a", "b");

        Assert.Equal([2323025692962178809UL, 7679311513572224337UL], [chance.Bits(), chance.Bits()]);
        Assert.NotEqual(Chance.Of(1, "ab").Bits(), Chance.Of(1, "a", "b").Bits());
    }

    [Fact]
    public void Every_lesson_that_is_asked_for_exists()
    {
        var keys = SeedOnPaper.Lessons.Select(lesson => lesson.Key).ToHashSet();
        var organisation = SeedOnPaper.Book.Organisation;

        Assert.All(organisation.Groups.SelectMany(group => group.Requires), required => Assert.Contains(required.Lesson, keys));
        Assert.All(organisation.Demo.Leaves.Concat(organisation.Newcomers), key => Assert.Contains(key, keys));
        Assert.Equal(organisation.Groups.Sum(group => group.Requires.Count), SeedOnPaper.World.Groups.Sum(group => group.Requirements.Count));
    }

    [Fact]
    public void Newcomers_study_first_what_the_rule_pack_asks_for()
    {
        var pack = RulePacks.Read(Path.Combine(SeedOnPaper.Folder, "..", "rules")).Find("seed-newcomers")!;

        Assert.Equal(SeedOnPaper.Book.Organisation.Newcomers, pack.Required.Select(required => required.Key));
    }

    [Fact]
    public void A_lesson_never_comes_out_before_what_it_presumes()
    {
        var from = SeedOnPaper.Lessons.ToDictionary(lesson => lesson.Key, lesson => lesson.From, StringComparer.Ordinal);

        Assert.All(SeedOnPaper.Lessons, lesson => Assert.All(lesson.Prerequisites, before => Assert.True(from[before] <= lesson.From, lesson.Key)));
        Assert.True(SeedOnPaper.Lessons.Count(lesson => lesson.From > SeedOnPaper.Today.AddMonths(-3)) > 5);
    }

    [Fact]
    public void A_damaged_file_is_named()
    {
        var folder = Directory.CreateTempSubdirectory();
        File.WriteAllText(Path.Combine(folder.FullName, "organisation.yaml"), "key: [");

        var broken = Assert.Throws<BrokenRule>(() => SeedBook.Read(folder.FullName));

        Assert.Equal("seed-invalid", broken.Rule);
        Assert.Contains("organisation.yaml", broken.Detail, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private static string BytesOf(SeedWorld world) =>
        Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { world.Groups, world.Members, Records = world.Records.ToList() })));
}
