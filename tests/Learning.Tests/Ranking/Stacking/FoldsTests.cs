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
        foreach (var fold in Folds.OfHistories(All, situation, 1).Concat(Folds.OfPeople(All, situation, 1)))
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
        var hidden = Folds.OfHistories(All, Situation.Anything, 1).SelectMany(fold => Enumerable.Range(0, All.People).SelectMany(person => fold.Hidden.Of(person).ToArray().Select(item => (person, item)))).ToList();

        Assert.Equal(All.Count, hidden.Count);
        Assert.Equal(All.Count, hidden.Distinct().Count());
    }

    [Fact]
    public void Only_the_last_is_hidden_when_what_came_next_is_asked()
    {
        var fold = Folds.OfHistories(All, Situation.WhatCameNext, 1).First();

        Assert.All(Enumerable.Range(0, All.People), person => Assert.Equal([All.Of(person)[^1]], fold.Hidden.Of(person).ToArray()));
    }

    [Fact]
    public void What_is_hidden_after_a_day_is_never_earlier_than_what_is_known() =>
        Assert.All(Folds.OfHistories(All, Situation.AfterADay, 1), fold => Assert.True(fold.Known.Span().Last < fold.Hidden.Span().First));

    [Fact]
    public void Of_hidden_people_nothing_is_known() =>
        Assert.All(Folds.OfPeople(All, Situation.Anything, 1), fold => Assert.All(Enumerable.Range(0, All.People), person => Assert.True(fold.Known.Of(person).IsEmpty != fold.Hidden.Of(person).IsEmpty)));
}
