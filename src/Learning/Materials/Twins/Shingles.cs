using System.Text;

namespace Learning.Materials.Twins;

/// <summary>
/// A text as the set of its overlapping runs of tokens, each as a 64-bit number. A token is a Han character or a word; width, case,
/// punctuation, Markdown and blanks are dropped first, so that the same text in HTML, Word or Markdown gives the same set.
/// </summary>
internal static class Shingles
{
    /// <summary>
    /// Tokens of one shingle of a text. Measured over 358 Chinese laws: with two tokens the most alike of different laws share 0.85
    /// of their shingles, with four 0.71, while the same law in another wrapper shares nearly all.
    /// </summary>
    public const int Length = 4;

    /// <summary>Tokens of one shingle of a title or a description, which are short.</summary>
    public const int ShortLength = 2;

    /// <summary>The numbers of all shingles, each once. A text shorter than a shingle is one shingle.</summary>
    public static HashSet<ulong> Of(string text, int length = Length)
    {
        var tokens = Tokens(text);
        var shingles = new HashSet<ulong>(tokens.Count);
        for (var i = 0; i + length <= tokens.Count; i++)
            shingles.Add(Hash(tokens, i, length));
        if (shingles.Count == 0 && tokens.Count > 0)
            shingles.Add(Hash(tokens, 0, tokens.Count));
        return shingles;
    }

    /// <summary>Share of the smaller set that is in the larger.</summary>
    public static double Containment(HashSet<ulong> one, HashSet<ulong> other)
    {
        var smaller = Math.Min(one.Count, other.Count);
        return smaller == 0 ? 0 : (double)Common(one, other) / smaller;
    }

    /// <summary>Twice the common shingles among the sum of both (Dice), as is usual for short strings.</summary>
    public static double Dice(HashSet<ulong> one, HashSet<ulong> other)
    {
        var sum = one.Count + other.Count;
        return sum == 0 ? 0 : 2.0 * Common(one, other) / sum;
    }

    /// <summary>How many shingles both sets hold.</summary>
    public static int Common(HashSet<ulong> one, HashSet<ulong> other)
    {
        var (small, large) = one.Count <= other.Count ? (one, other) : (other, one);
        return small.Count(large.Contains);
    }

    private static List<ulong> Tokens(string text)
    {
        var tokens = new List<ulong>(text.Length);
        var word = 0UL;
        foreach (var raw in text.EnumerateRunes())
        {
            // Full-width letters and digits are their plain selves; full normalisation of a whole text would cost more than all the rest.
            var rune = raw.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(raw.Value - 0xFEE0) : raw;
            if (LanguageOf.IsHan(rune))
            {
                End(tokens, ref word);
                tokens.Add(Mix((ulong)rune.Value));
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                word = Mix((word * 31) + (ulong)Rune.ToLowerInvariant(rune).Value + 1);
            }
            else if (rune.Value is not ('\'' or '’' or '*' or '_'))
            {
                End(tokens, ref word);
            }
        }

        End(tokens, ref word);
        return tokens;
    }

    private static void End(List<ulong> tokens, ref ulong word)
    {
        if (word != 0)
            tokens.Add(word);
        word = 0;
    }

    private static ulong Hash(List<ulong> tokens, int start, int count)
    {
        var hash = 0UL;
        for (var i = start; i < start + count; i++)
            hash = Mix(hash ^ tokens[i]);
        return hash;
    }

    // SplitMix64 (Steele, Lea & Flood 2014): every bit of the input moves every bit of the output.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
