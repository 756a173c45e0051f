using Learning.Ranking.Recommenders;

namespace Learning.Ranking.Stacking;

/// <summary>Hides parts of the training data, in the way in which the test was taken, so that settings are chosen without the test.</summary>
public static class Folds
{
    /// <summary>How many parts each person's history is cut into.</summary>
    public const int Parts = 5;

    /// <summary>Where the days of the trials lie, as shares of all records in the order of time.</summary>
    private static readonly double[] Days = [0.4, 0.5, 0.6, 0.7, 0.8];

    /// <summary>How much after its day a trial looks at, as a share of all records.</summary>
    private const double Ahead = 0.2;

    /// <summary>Trials for people of whom something is known.</summary>
    /// <param name="all">The training data.</param>
    /// <param name="situation">How the test was taken.</param>
    /// <param name="seed">Draws what is hidden.</param>
    public static IEnumerable<Fold> OfHistories(Interactions all, Situation situation, int seed) => situation switch
    {
        Situation.AfterADay => ByDay(all),
        Situation.WhatCameNext => Enumerable.Range(0, 2).Select(back => Last(all, back)),
        _ => Drawn(all, seed),
    };

    /// <summary>Trials for people of whom nothing is known but their traits: whole people are hidden, or those who came after a day.</summary>
    /// <inheritdoc cref="OfHistories" path="/param" />
    public static IEnumerable<Fold> OfPeople(Interactions all, Situation situation, int seed)
    {
        if (situation == Situation.AfterADay) return ByDay(all);
        var part = new int[all.People];
        var people = Enumerable.Range(0, all.People).ToArray();
        new Random(seed).Shuffle(people);
        for (var place = 0; place < people.Length; place++) part[people[place]] = place % Parts;
        return Enumerable.Range(0, Trials(all)).Select(hidden => new Fold(all.Where((person, _) => part[person] != hidden), all.Where((person, _) => part[person] == hidden)));
    }

    /// <summary>Large sets say enough in fewer trials.</summary>
    private static int Trials(Interactions all) => all.Count switch { < 500_000 => Parts, < 3_000_000 => 3, _ => 2 };

    /// <summary>A fifth of each person's records is hidden in each trial, another one each time.</summary>
    private static IEnumerable<Fold> Drawn(Interactions all, int seed)
    {
        var (random, parts) = (new Random(seed), new byte[all.People][]);
        for (var person = 0; person < all.People; person++)
        {
            var own = new byte[all.Of(person).Length];
            var first = random.Next(Parts);
            for (var place = 0; place < own.Length; place++) own[place] = (byte)((first + place) % Parts);
            random.Shuffle(own);
            parts[person] = own;
        }

        // With one record nothing would be left to know a person by.
        return Enumerable.Range(0, Trials(all)).Select(hidden => new Fold(
            all.Where((person, place) => parts[person].Length < 2 || parts[person][place] != hidden),
            all.Where((person, place) => parts[person].Length >= 2 && parts[person][place] == hidden)));
    }

    private static Fold Last(Interactions all, int back) => new(
        all.Where((person, place) => place < Left(all, person, back)),
        all.Where((person, place) => place == Left(all, person, back) && place > 0));

    private static int Left(Interactions all, int person, int back) => Math.Max(all.Of(person).Length - 1 - back, all.Of(person).Length < 2 ? all.Of(person).Length : 1);

    private static IEnumerable<Fold> ByDay(Interactions all)
    {
        var times = all.Times.ToArray();
        Array.Sort(times);
        foreach (var share in Days)
        {
            var (day, end) = (times[(int)(share * (times.Length - 1))], times[(int)(Math.Min(1, share + Ahead) * (times.Length - 1))]);
            var known = all.Where((person, place) => all.TimesOf(person)[place] < day);
            var hidden = all.Where((person, place) => all.TimesOf(person)[place] is var time && time >= day && time <= end);
            if (known.Count > 0 && hidden.Count > 0) yield return new Fold(known, hidden);
        }
    }
}
