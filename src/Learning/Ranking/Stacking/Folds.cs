using Learning.Ranking.Recommenders;

namespace Learning.Ranking.Stacking;

/// <summary>Hides parts of the training data, in the way in which the test was taken, so that settings are chosen without the test.</summary>
public static class Folds
{
    /// <summary>Of how many parts one is hidden where whole people are.</summary>
    private const int Parts = 5;

    /// <summary>Trials learn from no more records than this, those of whole people drawn by lot: more cost time and hardly move who wins.</summary>
    private const int MostRecords = 1_500_000;

    /// <summary>So many people are asked in a trial at least, where there are so many.</summary>
    private const double FewestAsked = 6_000;

    private const int ManyItems = 10_000;

    /// <summary>Where the days of the trials lie, as shares of all records in the order of time.</summary>
    private static readonly double[] Days = [0.4, 0.5, 0.6, 0.7, 0.8];

    /// <summary>How many trials there are at most. Large sets say enough in fewer, and with many items each costs much (EASE: the third power of them).</summary>
    public static int Count(Interactions all) => all.Items > ManyItems ? 1 : all.Count switch { < 500_000 => 5, < 3_000_000 => 3, _ => 2 };

    /// <summary>Trials for people of whom something is known.</summary>
    /// <param name="all">The training data.</param>
    /// <param name="test">How the test was taken.</param>
    /// <param name="seed">Draws what is hidden.</param>
    public static IEnumerable<Fold> OfHistories(Interactions all, Holdout test, int seed)
    {
        var (some, trials) = (Some(all, seed), Count(all));
        return test.Situation switch
        {
            Situation.AfterADay => ByDay(some, test, trials),
            Situation.WhatCameNext => Enumerable.Range(0, Math.Min(2, trials)).Select(back => Last(some, test, back)),
            _ => Drawn(some, test, trials, seed),
        };
    }

    /// <summary>Trials for people of whom nothing is known but their traits: whole people are hidden, or those who came after a day.</summary>
    /// <inheritdoc cref="OfHistories" path="/param" />
    public static IEnumerable<Fold> OfPeople(Interactions all, Holdout test, int seed)
    {
        var (some, trials) = (Some(all, seed), Count(all));
        if (test.Situation == Situation.AfterADay) return ByDay(some, test, trials);
        var part = new int[all.People];
        var people = Enumerable.Range(0, all.People).ToArray();
        new Random(seed).Shuffle(people);
        for (var place = 0; place < people.Length; place++) part[people[place]] = place % Parts;
        return Enumerable.Range(0, trials).Select(hidden => new Fold(some.Where((person, _) => part[person] != hidden), some.Where((person, _) => part[person] == hidden)));
    }

    private static Interactions Some(Interactions all, int seed)
    {
        if (all.Count <= MostRecords) return all;
        var (people, taken, records) = (Enumerable.Range(0, all.People).ToArray(), new bool[all.People], 0);
        new Random(seed).Shuffle(people);
        foreach (var person in people)
        {
            if ((records += all.Of(person).Length) > MostRecords) break;
            taken[person] = true;
        }

        return all.Where((person, _) => taken[person]);
    }

    /// <summary>A part of a history is hidden in each trial, another one each time, as large as what the test asks.</summary>
    private static IEnumerable<Fold> Drawn(Interactions all, Holdout test, int trials, int seed)
    {
        var (random, parts) = (new Random(seed), new int[all.People][]);
        for (var person = 0; person < all.People; person++)
        {
            var own = new int[all.Of(person).Length];
            var (cut, first) = test.One ? (Math.Max(1, own.Length), 0) : (test.Parts, random.Next(test.Parts));
            for (var place = 0; place < own.Length; place++) own[place] = (first + place) % cut;
            random.Shuffle(own);
            parts[person] = own;
        }

        // With one record nothing would be left to know a person by.
        var asked = Asked(all, test, random);
        return Enumerable.Range(0, trials).Select(trial =>
        {
            bool Hides(int person, int place) => parts[person].Length >= 2 && parts[person][place] == trial && asked(person, (double)trial / trials);
            return new Fold(all.Where((person, place) => !Hides(person, place)), all.Where(Hides));
        });
    }

    /// <summary>Where a test asks few, the others keep all they have, in a trial as in the test; each trial asks others.</summary>
    private static Func<int, double, bool> Asked(Interactions all, Holdout test, Random random)
    {
        var known = Enumerable.Range(0, all.People).Count(person => all.Of(person).Length >= 2);
        var share = Math.Max(test.People, FewestAsked / Math.Max(1, known));
        if (share >= 0.5) return (_, _) => true;
        var chance = new double[all.People];
        for (var person = 0; person < chance.Length; person++) chance[person] = random.NextDouble();
        return (person, shift) => (chance[person] + shift) % 1 < share;
    }

    private static Fold Last(Interactions all, Holdout test, int back)
    {
        int From(int person, int turns) => Math.Max(1, all.Of(person).Length - (turns * Asked(person)));
        int Asked(int person) => test.One ? 1 : Math.Max(1, (int)(all.Of(person).Length * test.Share));
        return new Fold(
            all.Where((person, place) => place < From(person, back + 1)),
            all.Where((person, place) => place >= From(person, back + 1) && place < From(person, back)));
    }

    private static IEnumerable<Fold> ByDay(Interactions all, Holdout test, int trials)
    {
        var times = all.Times.ToArray();
        Array.Sort(times);
        foreach (var share in Days[^trials..])
        {
            var ahead = Math.Clamp(test.Whole, 0.05, 0.3);
            var (day, end) = (times[(int)(share * (times.Length - 1))], times[(int)(Math.Min(1, share + ahead) * (times.Length - 1))]);
            var known = all.Where((person, place) => all.TimesOf(person)[place] < day);
            var hidden = all.Where((person, place) => all.TimesOf(person)[place] is var time && time >= day && time <= end);
            if (known.Count > 0 && hidden.Count > 0) yield return new Fold(known, hidden);
        }
    }
}
