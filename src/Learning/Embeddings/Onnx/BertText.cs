using System.Globalization;
using System.Text;

namespace Learning.Embeddings.Onnx;

/// <summary>
/// Cuts a text into the words of uncased BERT, apart by spaces: control characters out, lower case, accents
/// stripped, each CJK character and each punctuation mark a word. Done here because the basic tokenization of
/// Microsoft.ML.Tokenizers drops symbols (emoji, ①, =, +) and joins lines, which changes the ids.
/// </summary>
internal static class BertText
{
    /// <summary>The words with spaces between them.</summary>
    public static string Words(string text)
    {
        var decomposed = Clean(text).Normalize(NormalizationForm.FormD);
        var words = new StringBuilder(decomposed.Length * 2);
        foreach (var rune in decomposed.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) continue;
            var lower = Rune.ToLowerInvariant(rune);
            if (IsCjk(lower.Value) || IsPunctuation(lower)) words.Append(' ').Append(lower).Append(' ');
            else words.Append(lower);
        }

        return words.ToString();
    }

    // A lone surrogate is enumerated as U+FFFD, so what is left can be normalised.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) clean.Append(' ');
            else if (rune.Value is not (0 or 0xFFFD) && !IsControl(rune)) clean.Append(rune);
        }

        return clean.ToString();
    }

    private static bool IsControl(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static bool IsPunctuation(Rune rune) =>
        rune.IsAscii
            ? char.IsPunctuation((char)rune.Value) || char.IsSymbol((char)rune.Value)
            : Rune.IsPunctuation(rune);

    private static bool IsCjk(int rune) => rune is
        (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x2A6DF)
        or (>= 0x2A700 and <= 0x2CEAF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);
}
