using Learning.Data;
using Learning.Materials;
using Learning.Members;
using Learning.Plans;
using Learning.Plans.WhatIf;
using Learning.Rules;
using Learning.Tests.Drivers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Tests.Plans;

/// <summary>Whose plans a rule pack changes, against planning everybody twice.</summary>
public sealed class RuleWhatIfTests : IAsyncLifetime
{
    private const int MembersThere = 12;
    private const int Weeks = 2;
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("learning-what-if-");
    private ServiceProvider _services = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Learning:DataFolder", _data.FullName)]).Build();
        _services = new ServiceCollection().AddLogging().AddLearning(configuration).AddLearningData(configuration, _data.FullName).BuildServiceProvider();
        await _services.GetRequiredService<Store>().PrepareAsync([], Cancel);
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LearningDbContext>();
        db.Members.AddRange(Enumerable.Range(0, MembersThere).Select(NewMember));
        db.Materials.AddRange(Enumerable.Range(0, 16).Select(NewMaterial));
        await db.SaveChangesAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }

    [Theory]
    [InlineData("required: [{ key: m7 }]\nappliesTo: { occupations: ['4-02'] }", 1)]
    [InlineData("hours: { target: 2, period: year }", 0)]
    [InlineData("hours: { target: 9, period: quarter }\ntopics: [{ topic: health, hours: 3 }]\nappliesTo: { ageBands: ['65-plus'] }", 1)]
    [InlineData("required: [{ key: m7 }]\nappliesTo: { organisations: [elsewhere] }", 0)]
    public async Task Exactly_the_members_whose_plans_change_are_listed(string asks, int least)
    {
        var pack = RulePacks.Parse("id: local\ntitle: { zh: 本地, en: Local }\nsource: { document: D, article: A, quote: Q }\nfrom: 2020-01-01\n" + asks, "local.yaml");

        await MatchesPlanningEverybodyTwiceAsync(pack, least);
    }

    [Fact]
    public async Task A_pack_in_force_can_be_changed()
    {
        var yaml = await File.ReadAllTextAsync(Path.Combine(DataFolder.Find("data/rules"), "party-education-2019.yaml"), Cancel);

        await MatchesPlanningEverybodyTwiceAsync(RulePacks.Parse(yaml.Replace("kind: old-age", "kind: carer", StringComparison.Ordinal), "party-education-2019.yaml"), least: 0);
        await MatchesPlanningEverybodyTwiceAsync(RulePacks.Parse(yaml.Replace("target: 32", "target: 1", StringComparison.Ordinal), "party-education-2019.yaml"), least: 0);
        var same = await RunAsync(RulePacks.Parse(yaml, "party-education-2019.yaml"));
        Assert.Equal((true, 0, 0), (same.Replaces, same.Asked, same.Changed.Count));
    }

    private async Task MatchesPlanningEverybodyTwiceAsync(RulePack pack, int least)
    {
        var report = await RunAsync(pack);

        var changed = new List<Guid>();
        await using var scope = _services.CreateAsyncScope();
        var rules = scope.ServiceProvider.GetRequiredService<RulePacks>();
        var db = scope.ServiceProvider.GetRequiredService<LearningDbContext>();
        foreach (var member in await db.Members.AsNoTracking().OrderBy(member => member.Id).ToListAsync(Cancel))
        {
            if (await RuleWhatIf.DifferenceAsync(member, scope.ServiceProvider, rules, rules.With(pack), report.From, Weeks, Cancel) is not null)
            {
                changed.Add(member.Id);
            }
        }

        Assert.Equal(changed, report.Changed.Select(member => member.Member));
        Assert.True(report.Changed.Count >= least && report.Changed.Count < MembersThere, $"{report.Changed.Count} of {MembersThere} changed");
        Assert.InRange(report.Asked, report.Changed.Count, MembersThere);
        Assert.Equal(0, await db.Plans.CountAsync(Cancel));
    }

    private Task<WhatIfReport> RunAsync(RulePack pack) => RuleWhatIf.RunAsync(_services.GetRequiredService<IServiceScopeFactory>(), pack, null, Weeks, null, Cancel);

    private static Member NewMember(int number) => new()
    {
        Id = Books.Member(number), Organisation = "here", Name = "某人", JoinedAt = DateTimeOffset.UnixEpoch, BirthYear = number % 5 == 0 ? 1950 : 1985 + number,
        OccupationCode = number % 3 == 0 ? "4-02-07-08" : number % 3 == 1 ? "4-10-08-01" : null,
        Slots = [new Slot((DayOfWeek)(number % 7), new TimeOnly(9, 0), 30 + (number % 4 * 15), []), new Slot((DayOfWeek)((number + 3) % 7), new TimeOnly(20, 0), 45, [])],
        Exemptions = number % 10 == 0 ? [new Exemption("old-age", null)] : [],
    };

    private static Material NewMaterial(int number) => new()
    {
        Id = Books.Material(number), Key = $"m{number}", Organisation = "here", Title = $"第 {number} 课", Language = "zh", Text = "文", Minutes = 10 + (number % 5 * 5), CreditHours = number % 7 == 0 ? 0 : 0.2m + (number % 4 * 0.2m),
        Topics = [number % 2 == 0 ? "health" : "law"], Hash = new string('0', 64), Lesson = Books.Material(number), CreatedAt = DateTimeOffset.UnixEpoch.AddYears(56),
    };
}
