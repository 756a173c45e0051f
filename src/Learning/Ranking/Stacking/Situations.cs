using Learning.Ranking.Recommenders;

namespace Learning.Ranking.Stacking;

/// <summary>How what is to be found was taken from the whole. The trial inside the training data imitates it.</summary>
public enum Situation
{
    /// <summary>Anything that a person learned, at any time.</summary>
    Anything,

    /// <summary>What each person learned after all that is known of the person.</summary>
    WhatCameNext,

    /// <summary>What was learned after a day, the same for everybody.</summary>
    AfterADay,
}

/// <summary>Recognises the situation by clock alone: the times in the test, never what was learned.</summary>
public static class Situations
{
    /// <summary>Share of a test that may contradict, for clocks that run a little wrong.</summary>
    private const double Mistakes = 0.02;

    /// <summary>The situation of a test.</summary>
    public static Situation Of(Interactions train, Interactions test)
    {
        if (!train.HasTimes || !test.HasTimes) return Situation.Anything;
        var (day, earlier, next, known) = (train.Span().Last, 0, 0, 0);
        foreach (var time in test.Times) earlier += time < day ? 1 : 0;
        if (earlier <= test.Count * Mistakes) return Situation.AfterADay;
        for (var person = 0; person < test.People; person++)
        {
            var before = train.TimesOf(person);
            var after = test.TimesOf(person);
            if (before.IsEmpty || after.IsEmpty) continue;
            known++;
            next += after[0] >= before[^1] ? 1 : 0;
        }

        return known > 0 && next >= known * (1 - Mistakes) ? Situation.WhatCameNext : Situation.Anything;
    }
}
