using Learning.Ranking.Recommenders;

namespace Learning.Ranking.Stacking;

/// <summary>How a test was taken from the whole, so that trials take theirs alike. Read off clocks and counts alone, never off what was learned.</summary>
/// <param name="Situation">Which part of the time is asked for.</param>
/// <param name="People">The share of the people with a history of whom something is asked.</param>
/// <param name="Share">The share of their records that is asked.</param>
/// <param name="One">Whether exactly one record is asked of each of them.</param>
/// <param name="Whole">The share of all records that is asked.</param>
public sealed record Holdout(Situation Situation, double People, double Share, bool One, double Whole)
{
    /// <summary>Share of a test that may contradict.</summary>
    private const double Mistakes = 0.02;

    private const int MostParts = 10;

    /// <summary>A fifth of everybody's records.</summary>
    public static Holdout Usual(Situation situation) => new(situation, 1, 0.2, One: false, 0.2);

    /// <summary>Into how many parts a history is cut, so that one of them is as large as what is asked.</summary>
    public int Parts => Share > 0 ? Math.Clamp((int)Math.Round(1 / Share), 2, MostParts) : MostParts;

    /// <summary>How the test was taken.</summary>
    public static Holdout Of(Interactions train, Interactions test)
    {
        var (known, asked, single, hidden, all) = (0, 0, 0, 0, 0);
        for (var person = 0; person < test.People; person++)
        {
            if (train.Of(person).IsEmpty) continue;
            known++;
            var wanted = test.Of(person).Length;
            if (wanted == 0) continue;
            asked++;
            single += wanted == 1 ? 1 : 0;
            hidden += wanted;
            all += wanted + train.Of(person).Length;
        }

        var situation = Situations.Of(train, test);
        return asked == 0 ? Usual(situation) : new Holdout(
            situation, (double)asked / known, (double)hidden / all, single >= asked * (1 - Mistakes), Math.Round((double)test.Count / (train.Count + test.Count), 2));
    }
}
