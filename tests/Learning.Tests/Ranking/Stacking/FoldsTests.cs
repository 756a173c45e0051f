using Learning.Ranking.Recommenders;
using Learning.Ranking.Stacking;

namespace Learning.Tests.Ranking.Stacking;

/// <summary>Trials hide what the test would hide, and never show a recommender what it should find.</summary>
public sealed class FoldsTests
{
    private static readonly Interactions All = Interactions.Of(
        20, 30, [.. Enumerable.Range(0, 200).Select(pair => pair / 10)], [.. Enumerable.Range(0, 200).Select(pair => pair * 7 % 30)], [.. Enumerable.Range(0, 200).Select(pair => (double)(pair * 37 % 200))]);

    public static TheoryData<Situation> Situations() => [.. Enum.GetValues<Situation>()];

    [Theory]
    [MemberData(nameof(Situations))]
    public void Nothing_is_known_and_hidden_at_once(Situation situation)
    {
        foreach (var fold in Folds.OfHistories(All, Holdout.Usual(situation), 1).Concat(Folds.OfPeople(All, Holdout.Usual(situation), 1)))
        {
            Assert.True(fold.Hidden.Count > 0);
            for (var person = 0; person < All.People; person++)
            {
                Assert.Empty(fold.Known.Of(person).ToArray().Intersect(fold.Hidden.Of(person).ToArray()));
                Assert.Subset(All.Of(person).ToArray().ToHashSet(), fold.Hidden.Of(person).ToArray().ToHashSet());
            }
        }
    }

    [Fact]
    public void Every_record_is_hidden_once_when_anything_may_be_asked()
    {
        var hidden = Folds.OfHistories(All, Holdout.Usual(Situation.Anything), 1).SelectMany(fold => Enumerable.Range(0, All.People).SelectMany(person => fold.Hidden.Of(person).ToArray().Select(item => (person, item)))).ToList();

        Assert.Equal(All.Count, hidden.Count);
        Assert.Equal(All.Count, hidden.Distinct().Count());
    }

    [Fact]
    public void Only_the_last_is_hidden_when_what_came_next_is_asked()
    {
        var fold = Folds.OfHistories(All, Holdout.Usual(Situation.WhatCameNext) with { One = true }, 1).First();

        Assert.All(Enumerable.Range(0, All.People), person => Assert.Equal([All.Of(person)[^1]], fold.Hidden.Of(person).ToArray()));
    }

    [Fact]
    public void What_is_hidden_after_a_day_is_never_earlier_than_what_is_known() =>
        Assert.All(Folds.OfHistories(All, Holdout.Usual(Situation.AfterADay), 1), fold => Assert.True(fold.Known.Span().Last < fold.Hidden.Span().First));

    [Fact]
    public void Of_hidden_people_nothing_is_known() =>
        Assert.All(Folds.OfPeople(All, Holdout.Usual(Situation.Anything), 1), fold => Assert.All(Enumerable.Range(0, All.People), person => Assert.True(fold.Known.Of(person).IsEmpty != fold.Hidden.Of(person).IsEmpty)));

    [Fact]
    public void Where_the_test_asks_one_of_some_people_a_trial_hides_one_of_some_and_leaves_the_others_whole()
    {
        const int people = 40_000;
        var many = Interactions.Of(people, 30, [.. Enumerable.Range(0, 3 * people).Select(pair => pair / 3)], [.. Enumerable.Range(0, 3 * people).Select(pair => pair * 7 % 30)], null);

        var fold = Folds.OfHistories(many, new Holdout(Situation.Anything, 0.1, 0.2, One: true, 0.02), 1).First();
        var hidden = Enumerable.Range(0, people).Select(person => fold.Hidden.Of(person).Length).ToList();

        Assert.Equal(1, hidden.Max());
        Assert.InRange(hidden.Sum(), 5_000, 7_000);
        Assert.Equal(many.Count, fold.Known.Count + fold.Hidden.Count);
    }

    [Fact]
    public void Trials_of_a_large_set_learn_from_some_of_its_people_and_from_all_that_those_did()
    {
        const int people = 20_000;
        var large = Interactions.Of(people, 101, [.. Enumerable.Range(0, 100 * people).Select(pair => pair / 100)], [.. Enumerable.Range(0, 100 * people).Select(pair => pair % 101)], null);

        var fold = Folds.OfHistories(large, Holdout.Usual(Situation.Anything), 1).First();

        Assert.Equal(3, Folds.Count(large));
        Assert.InRange(fold.Known.Count + fold.Hidden.Count, 1_400_000, 1_500_000);
        Assert.All(Enumerable.Range(0, people), person => Assert.Contains(fold.Known.Of(person).Length + fold.Hidden.Of(person).Length, new[] { 0, 100 }));
    }
}
