using Learning.Materials;
using Learning.Ranking;
using Learning.Ranking.Scoring;
using Learning.Records;
using Learning.Retraining;
using Learning.Retraining.Fitting;

namespace Learning.Tests.Retraining;

/// <summary>What is learned from the synthetic records of the seed, and what it must hold to. Figures go to the output.</summary>
public sealed class LearningFromTheSeed(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Cut = SeedLessonsLearned.Until.AddDays(-SeedLessonsLearned.Options.HorizonDays);
    private static readonly Lazy<TrainingSets> Sets = new(() => TrainingSets.Of(SeedLessonsLearned.Data, Cut, _ => null, SeedLessonsLearned.Options));
    private static readonly Lazy<IReadOnlyList<TrainingList>> Judged = new(() => Sets.Value.Judged(Cut));

    [Fact]
    public void It_ranks_better_than_the_weights_set_by_hand_and_says_for_whom()
    {
        var manifest = SeedLessonsLearned.Model.Manifest;
        output.WriteLine($"{manifest.Kind}: nDCG@10 {manifest.Scores.Ndcg:0.0000}, by hand {manifest.Scores.Serving:0.0000}, difference {manifest.Scores.DifferenceLow:0.0000} to {manifest.Scores.DifferenceHigh:0.0000}, {manifest.Scores.People} people; {string.Join(", ", manifest.Chosen)}; {string.Join(", ", manifest.Refusals)}");

        Assert.True(manifest.Scores.DifferenceLow > 0);
        Assert.True(manifest.Groups.Count > 5);
        Assert.Equal(1, manifest.Data.Synthetic);
        Assert.Equal(manifest.Data.Lists, manifest.Data.Replayed);
    }

    [Fact]
    public void Nothing_of_the_time_it_is_judged_on_is_looked_at_while_learning()
    {
        var later = SeedLessonsLearned.Data with
        {
            People = [.. SeedLessonsLearned.Data.People.Select(person => person with { Records = [.. person.Records.TakeWhile(record => record.At <= Cut)] })],
        };

        var without = TrainingSets.Of(later, Cut, _ => null, SeedLessonsLearned.Options);

        Assert.Equal(Sets.Value.Lists.Count, without.Lists.Count);
        Assert.All(Sets.Value.Lists.Zip(without.Lists), pair =>
        {
            Assert.Equal(pair.First.Rows, pair.Second.Rows);
            Assert.Equal(pair.First.Finished, pair.Second.Finished);
        });
    }

    [Fact]
    public void The_same_data_give_the_same_model_to_the_last_byte()
    {
        var rows = new TrainingRows(Sets.Value.Lists.Take(400));

        Assert.All(Fitted.Kinds, kind => Assert.Equal(
            Fitted.Of(kind, rows, CancellationToken.None).Manifest.ModelHash,
            Fitted.Of(kind, rows, CancellationToken.None).Manifest.ModelHash));
    }

    [Theory]
    [InlineData("linear")]
    [InlineData("trees")]
    public void Take_the_named_cause_away_and_the_material_falls(string kind)
    {
        const int sampled = 1000;
        var scorer = Fitted.Of(kind, new TrainingRows(Sets.Value.Lists), CancellationToken.None).Scorer();
        var (told, fell) = (0, 0);
        foreach (var list in Judged.Value)
        {
            var width = FeatureSet.All.Count;
            var scores = Enumerable.Range(0, list.Lines).Select(line => scorer.Score(list.Rows.AsSpan(line * width, width))).ToArray();
            foreach (var line in Judging.Top(scorer, list).Take(3))
            {
                var trace = new RankingTrace(Any, scores[line], list.Rows.AsMemory(line * width, width), scorer, "test");
                foreach (var (cause, _) in Reasons.Causes(trace))
                {
                    var without = trace.ScoreWithout(cause);
                    told++;
                    fell += without < scores[line] && scores.Count(score => score > without) > scores.Count(score => score > scores[line]) ? 1 : 0;
                }
            }

            if (told >= sampled)
            {
                break;
            }
        }

        output.WriteLine($"{kind}: {fell} of {told} fall in the list when the named cause is taken away");
        Assert.True(told >= sampled);
        Assert.True(fell >= 0.95 * told);
    }

    [Fact]
    public void One_member_with_a_hundred_thousand_made_up_completions_moves_nobody_elses_list_beyond_the_bound()
    {
        const int madeUp = 100_000;
        const double bound = 0.9;
        var member = SeedLessonsLearned.Data.People[7].Member;
        var lessons = SeedLessonsLearned.Data.Catalogue.ById.Keys.Order().ToArray();
        var fakes = Enumerable.Range(0, madeUp).Select(number => new LearningRecord
        {
            Id = Tests.Drivers.Shelf.Id($"fake {number}"),
            MemberId = member.Id,
            Verb = Verb.Completed,
            MaterialId = lessons[number % 97],
            At = SeedLessonsLearned.Until.AddMinutes(-number * 5),
            StoredAt = SeedLessonsLearned.Until,
        }).ToList();
        var clean = Fitted.Of("linear", new TrainingRows(Sets.Value.Lists), CancellationToken.None).Scorer();
        var poisoned = SeedLessonsLearned.DataOf(fakes);
        var sets = TrainingSets.Of(poisoned, Cut, _ => null, SeedLessonsLearned.Options);
        var after = Fitted.Of("linear", new TrainingRows(sets.Lists), CancellationToken.None).Scorer();

        Assert.True(sets.Lists.Count(list => list.Member == member.Id) <= SeedLessonsLearned.Options.ListsPerPerson);
        var lists = sets.Judged(Cut).ToDictionary(list => list.Member);
        var same = Judged.Value.Where(list => list.Member != member.Id).Select(list => Same(Ten(clean, list), Ten(after, lists[list.Member]))).ToList();
        output.WriteLine($"Of the ten lines of {same.Count} others, {same.Average():P2} stay; the least {same.Min():P0}");
        Assert.True(same.Average() > bound);
    }

    private static CatalogueEntry Any { get; } = SeedLessonsLearned.Data.Catalogue.ById.Values.First();

    private static HashSet<Guid> Ten(IScorer scorer, TrainingList list) => [.. Judging.Top(scorer, list).Select(line => list.Materials[line])];

    private static double Same(HashSet<Guid> one, HashSet<Guid> other) => one.Intersect(other).Count() / (double)one.Count;
}
