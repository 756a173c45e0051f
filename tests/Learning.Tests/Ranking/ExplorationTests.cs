using Learning.Candidates;
using Learning.Ranking;
using Learning.Tests.Drivers;

namespace Learning.Tests.Ranking;

public sealed class ExplorationTests
{
    private static readonly ExplorationOptions Often = new() { Share = 0.3, Among = 10 };
    private readonly Shelf _shelf = new();
    private readonly IReadOnlyList<RankingTrace> _ranked;

    public ExplorationTests()
    {
        for (var number = 0; number < 40; number++)
        {
            _shelf.Holds($"课 {number}", $"topic-{number % 8}", language: number == 39 ? "en" : "zh", daysOld: number == 39 ? 3 : 400).Finished(100 - number, "25-34", "4-10-08-01", $"课 {number}");
        }

        var request = _shelf.Asks(_shelf.Somebody());
        _ranked = new WeightedRanker().Rank([.. request.Catalogue.ById.Values], request);
        _list = [.. _ranked.Take(10)];
    }

    private readonly IReadOnlyList<RankingTrace> _list;

    [Fact]
    public void The_same_seed_gives_the_same_list_and_other_days_give_others()
    {
        Assert.Equal(Titles(Explored(Seed(1))), Titles(Explored(Seed(1))));
        Assert.True(Enumerable.Range(1, 30).Select(day => string.Join(',', Titles(Explored(Seed(day))))).Distinct().Count() > 5);
    }

    [Fact]
    public void The_first_lines_are_never_given_away_and_nothing_stands_twice() =>
        Assert.All(Enumerable.Range(1, 200), day =>
        {
            var list = Explored(Seed(day));
            Assert.Equal(_list.Take(6).Select(trace => trace.Material.Id), list.Lines.Take(6).Select(line => line.Trace.Material.Id));
            Assert.Equal(10, list.Lines.Select(line => line.Trace.Material.Lesson).Distinct().Count());
        });

    [Fact]
    public void The_propensity_of_a_list_is_how_often_chance_makes_it()
    {
        const int days = 4_000;
        var lists = Enumerable.Range(0, days).Select(day => Exploration.Of(_list, _ranked, Shelf.Now, new ExplorationOptions { Share = 0.3, Among = 2, Tail = 0.2 }, (ulong)day * 2_654_435_761)).ToList();
        var byList = lists.GroupBy(list => string.Join(',', Titles(list))).ToList();

        Assert.All(byList, same => Assert.Equal(same.First().Propensity, same.Count() / (double)days, 0.03));
        Assert.Equal(1, byList.Sum(same => same.First().Propensity), 9);
    }

    [Fact]
    public void New_materials_are_among_those_that_chance_chooses_from_however_low_they_rank()
    {
        var fresh = _shelf["课 39"].Id;
        Assert.DoesNotContain(_list, trace => trace.Material.Id == fresh);
        Assert.Contains(Enumerable.Range(1, 200).Select(day => Explored(Seed(day))), list => list.Lines.Any(line => line.Trace.Material.Id == fresh && line.IsExplored));
    }

    [Fact]
    public void A_duty_is_never_given_away()
    {
        var request = _shelf.Asks(_shelf.Somebody(), [.. Enumerable.Range(0, 10).Select(number => new Requirement(Shelf.Id($"课 {number}"), null, "Station", "站点"))]);
        var ranked = new WeightedRanker().Rank([.. request.Catalogue.ById.Values], request);

        Assert.All(Enumerable.Range(1, 100), day => Assert.DoesNotContain(Exploration.Of([.. ranked.Take(10)], ranked, Shelf.Now, Often, Seed(day)).Lines, line => line.IsExplored));
    }

    [Fact]
    public void Without_a_share_nothing_is_left_to_chance() =>
        Assert.All(Enumerable.Range(1, 50), day =>
        {
            var list = Exploration.Of(_list, _ranked, Shelf.Now, new ExplorationOptions { Share = 0 }, Seed(day));
            Assert.Equal(1, list.Propensity);
            Assert.Equal(_list.Select(trace => trace.Material.Id), list.Lines.Select(line => line.Trace.Material.Id));
        });

    private static ulong Seed(int day) => Exploration.Seed(Shelf.Id("member"), Shelf.Today.AddDays(day), "weighted-1");

    private static IEnumerable<string> Titles(ExploredList list) => list.Lines.Select(line => line.Trace.Material.Title);

    private ExploredList Explored(ulong seed) => Exploration.Of(_list, _ranked, Shelf.Now, Often, seed);
}
