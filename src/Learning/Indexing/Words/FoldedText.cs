using System.Globalization;
using System.Text;

namespace Learning.Indexing.Words;

/// <summary>What two spellings of the same word share: full-width becomes half-width, upper case lower case, é becomes e.</summary>
internal static class FoldedText
{
    /// <summary>The folded text. Broken UTF-16 does no harm.</summary>
    public static string Of(string text)
    {
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var decomposed = Whole(text).Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var rune in decomposed.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark) folded.Append(Rune.ToLowerInvariant(rune));
        }

        // Hangul fell apart above.
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    // A lone surrogate cannot be normalised; it is enumerated as U+FFFD.
    private static string Whole(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return text;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune);
        return whole.ToString();
    }
}
