using System.Text.RegularExpressions;

namespace Learning.Members.Occupations;

/// <summary>Pieces of titles: Han characters with their pairs and threes, words of other scripts. The end of a Chinese title is its head (司机, 经理), so it counts as a piece of its own.</summary>
internal static partial class OccupationGrams
{
    /// <summary>Characters, pairs, and words.</summary>
    public static List<string> Short(string text)
    {
        var grams = new List<string>();
        foreach (var run in RunsOf(text))
        {
            if (OccupationText.IsHan(run[0])) AddHan(grams, run, 2);
            else AddWord(grams, run);
        }

        return grams;
    }

    /// <summary>Those, threes, and how each run of Han characters begins and ends.</summary>
    public static List<string> Long(string text)
    {
        var grams = new List<string>();
        foreach (var run in RunsOf(text))
        {
            if (!OccupationText.IsHan(run[0]))
            {
                AddWord(grams, run);
                continue;
            }

            AddHan(grams, run, 3);
            grams.Add("$" + run[^1..]);
            if (run.Length > 1) grams.Add("$" + run[^2..]);
            grams.Add("^" + run[..Math.Min(2, run.Length)]);
        }

        return grams;
    }

    private static IEnumerable<string> RunsOf(string text) => Runs().Matches(text).Select(match => match.Value);

    // A word, and its beginning, so that teaching is near teacher and drivers near driver.
    private static void AddWord(List<string> grams, string word)
    {
        if (OccupationText.IsFiller(word)) return;
        grams.Add(word);
        if (word.Length > 4 && char.IsLetter(word[0])) grams.Add(word[..4] + "-");
    }

    private static void AddHan(List<string> grams, string run, int longest)
    {
        for (var length = 1; length <= longest; length++)
        {
            for (var at = 0; at + length <= run.Length; at++) grams.Add(run.Substring(at, length));
        }
    }

    [GeneratedRegex("[\u4e00-\u9fff]+|[\\p{L}\\p{N}+#.]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Runs();
}
