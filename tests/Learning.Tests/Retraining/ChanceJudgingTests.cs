using Learning.Materials;
using Learning.Members;
using Learning.Ranking;
using Learning.Ranking.Scoring;
using Learning.Records;
using Learning.Retraining;

namespace Learning.Tests.Retraining;

/// <summary>A simulated log (synthetic: people finish what is novel to them with a known chance), so that the truth is known and the estimates can be held against it.</summary>
public sealed class ChanceJudgingTests(ITestOutputHelper output)
{
    private const int People = 3_000;
    private const int Among = 10;
    private static readonly DateTimeOffset Cut = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = Cut.AddDays(30);

    private readonly List<double> _truth = [];
    private readonly List<double> _truthOfOther = [];

    /// <summary>Would show what is most novel, which people finish.</summary>
    private static IScorer Good { get; } = Weighing("novelty", 1);

    /// <summary>Would show what is least novel.</summary>
    private static IScorer Bad { get; } = Weighing("novelty", -1);

    [Fact]
    public void The_truth_lies_in_both_intervals_and_what_was_finished_of_what_was_shown_is_far_off()
    {
        var lines = ChanceLine.Of(Simulated(), Cut, Until, ofOnePerson: 12);
        var scores = ChanceJudging.Compare(lines, Good, Bad)!;

        var (truth, truthOfOther) = (_truth.Average(), _truthOfOther.Average());
        output.WriteLine($"simulated: truth {truth:0.000} and {truthOfOther:0.000}; shown {scores.Shown:0.000}; SNIPS {scores.Model.Weighted:0.000} ± {scores.Model.WeightedError:0.000}, {scores.Serving.Weighted:0.000} ± {scores.Serving.WeightedError:0.000}; doubly robust {scores.Model.Robust:0.000} ± {scores.Model.RobustError:0.000}, {scores.Serving.Robust:0.000} ± {scores.Serving.RobustError:0.000}");
        Assert.Equal(People, scores.Lines);
        Within(truth, scores.Model.Weighted, scores.Model.WeightedError);
        Within(truth, scores.Model.Robust, scores.Model.RobustError);
        Within(truthOfOther, scores.Serving.Weighted, scores.Serving.WeightedError);
        Within(truthOfOther, scores.Serving.Robust, scores.Serving.RobustError);
        Within(truth - truthOfOther, scores.Difference, scores.Error);
        Assert.True(Math.Abs(scores.Shown - truth) > 4 * scores.Model.RobustError);
        Assert.True(scores.Model.RobustError < scores.Model.WeightedError, "What is expected takes noise away.");
    }

    [Fact]
    public void The_gate_refuses_what_looks_better_in_lists_and_earns_less_where_chance_filled_them()
    {
        var lines = ChanceLine.Of(Simulated(), Cut, Until, ofOnePerson: 12);
        List<TrainingList> lists = [.. Enumerable.Repeat(new TrainingList { Member = Guid.Empty, AgeBand = null, Occupation = null, At = default, Materials = [], Rows = [], Finished = [], IsReplayed = true }, 200)];
        double[] better = [.. lists.Select(_ => 0.5)], worse = [.. lists.Select(_ => 0.4)];

        Assert.Equal(["worse-by-chance"], Gate.Ask(lists, better, worse, servingIsMarked: false, 20, ChanceJudging.Compare(lines, Bad, Good)).Refusals);
        Assert.True(Gate.Ask(lists, better, worse, servingIsMarked: false, 20, ChanceJudging.Compare(lines, Good, Bad)).Passes);
    }

    [Fact]
    public void Of_little_that_was_left_to_chance_nothing_is_said()
    {
        var lines = ChanceLine.Of(Simulated(), Cut, Until, 12);

        Assert.Null(ChanceJudging.Compare([.. lines.Take(ChanceJudging.FewestLines - 1)], Good, Bad));

        // Nor where chance never took what a ranker would have.
        Assert.Null(ChanceJudging.Compare([.. lines.Where(line => line.Row(line.Taken)[FeatureSet.Places["novelty"]] < 0.5)], Good, Bad));
    }

    [Fact]
    public void A_list_asked_for_twice_a_day_counts_once_and_what_was_trained_on_not_at_all()
    {
        var data = Simulated();
        var twice = data with { People = [.. data.People.Select(person => person with { Lists = [.. person.Lists, .. person.Lists] })] };

        Assert.Equal(People, ChanceLine.Of(twice, Cut, Until, 12).Count);
        Assert.Empty(ChanceLine.Of(data, Until, Until.AddDays(30), 12));
    }

    private static void Within(double truth, double value, double error) => Assert.InRange(truth, value - (1.96 * error), value + (1.96 * error));

    private static LinearScorer Weighing(string feature, double weight) => new([.. FeatureSet.All.Select(named => named.Name == feature ? weight : 0)]);

    private TrainingData Simulated()
    {
        var chance = new Random(11);
        return new TrainingData(CatalogueSnapshot.Empty, [.. Enumerable.Range(0, People).Select(number => PersonOf(number, new Member { Id = Drawn(chance), Organisation = "here", Name = "", JoinedAt = Cut }, chance))]);
    }

    private TrainingPerson PersonOf(int number, Member someone, Random chance)
    {
        List<PooledMaterial> pool = [.. Enumerable.Range(0, Among).Select(_ => new PooledMaterial(Drawn(chance), new(StringComparer.Ordinal) { ["novelty"] = chance.NextDouble(), ["popularity"] = chance.NextDouble() }))];
        _truth.Add(ChanceOf(pool.MaxBy(one => one.Features["novelty"])!));
        _truthOfOther.Add(ChanceOf(pool.MinBy(one => one.Features["novelty"])!));
        var taken = pool[chance.Next(Among)];
        var at = Cut.AddDays(1 + (number % 10));
        var list = new Impression { Id = Drawn(chance), MemberId = someone.Id, At = at, Model = "weighted-1", Personalised = true, Items = [new ImpressionItem(taken.Material, 9, 0, taken.Features, 0.1 / Among, pool)] };
        LearningRecord[] records = chance.NextDouble() < ChanceOf(taken)
            ? [new LearningRecord { Id = Drawn(chance), MemberId = someone.Id, Verb = Verb.Completed, MaterialId = taken.Material, At = at.AddDays(3), StoredAt = at.AddDays(3), Synthetic = true }]
            : [];
        return new TrainingPerson(someone, records, [list]);
    }

    private static double ChanceOf(PooledMaterial material) => 0.05 + (0.5 * Math.Pow(material.Features["novelty"], 2));

    private static Guid Drawn(Random chance)
    {
        Span<byte> bytes = stackalloc byte[16];
        chance.NextBytes(bytes);
        return new Guid(bytes);
    }
}
