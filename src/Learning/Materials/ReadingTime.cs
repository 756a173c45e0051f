using System.Text;

namespace Learning.Materials;

/// <summary>
/// Minutes a text takes, for sources that tell none. Silent reading of non-fiction: 238 English words a minute
/// (Brysbaert 2019, "How many words do we read per minute?", J. Mem. Lang. 109) and 255 Chinese characters a minute
/// (Trauzettel-Klosinski &amp; Dietz 2012, IReST, Invest. Ophthalmol. Vis. Sci. 53). A mixed text takes the sum.
/// </summary>
public static class ReadingTime
{
    /// <summary>English words a minute.</summary>
    public const int WordsPerMinute = 238;

    /// <summary>Chinese characters a minute.</summary>
    public const int HanPerMinute = 255;

    /// <summary>Seconds to answer one question.</summary>
    public const int SecondsPerQuestion = 30;

    /// <summary>Minutes of one credit hour.</summary>
    public const int MinutesPerCreditHour = 45;

    /// <summary>The longest a material may take.</summary>
    public const int MostMinutes = 600;

    /// <summary>Whole minutes to read a text and answer its questions, from 1 to 600.</summary>
    public static int Minutes(string text, int questions = 0)
    {
        long han = 0, words = 0;
        var inWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var isHan = LanguageOf.IsHan(rune);
            var isWord = !isHan && Rune.IsLetterOrDigit(rune);
            han += isHan ? 1 : 0;
            words += isWord && !inWord ? 1 : 0;
            inWord = isWord || (inWord && rune.Value is '\'' or '’' or '-');
        }

        var minutes = ((double)han / HanPerMinute) + ((double)words / WordsPerMinute) + (questions * SecondsPerQuestion / 60.0);
        return (int)Math.Clamp(Math.Ceiling(minutes), 1, MostMinutes);
    }

    /// <summary>Credit hours for minutes: one for 45, to 0.1, half upwards.</summary>
    public static decimal CreditHours(int minutes) =>
        Math.Round((decimal)minutes / MinutesPerCreditHour, 1, MidpointRounding.AwayFromZero);
}
