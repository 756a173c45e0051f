using System.Globalization;
using System.Text;

namespace Learning.Materials;

/// <summary>Which of the two languages a text is in. A told language wins over a detected one.</summary>
public static class LanguageOf
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["zh"] = "zh", ["cn"] = "zh", ["chi"] = "zh", ["zho"] = "zh", ["cmn"] = "zh", ["chinese"] = "zh", ["mandarin"] = "zh",
        ["simplified chinese"] = "zh", ["中文"] = "zh", ["汉语"] = "zh", ["漢語"] = "zh", ["简体中文"] = "zh", ["普通话"] = "zh", ["华语"] = "zh",
        ["en"] = "en", ["eng"] = "en", ["english"] = "en", ["英文"] = "en", ["英语"] = "en", ["英語"] = "en",
    };

    /// <summary>
    /// Detects by what is read: a Han letter counts one, a Latin word counts one, and the larger share wins.
    /// Letters alone would call a Chinese sentence with two English product names English.
    /// </summary>
    /// <param name="text">Any text; Markdown is fine.</param>
    /// <param name="otherwise">The answer for a text without any letter.</param>
    public static string Text(string text, string otherwise = "zh")
    {
        var (han, words) = Count(text);
        return (han, words) is (0, 0) ? otherwise : han >= words ? "zh" : "en";
    }

    /// <summary>Whether nine tenths of a text's letters and words are in this language.</summary>
    internal static bool IsPlainly(string language, string text)
    {
        var (han, words) = Count(text);
        return (language == "zh" ? han : words) >= 9 * (language == "zh" ? words : han) && han + words > 20;
    }

    /// <summary>The language a source tells: <c>zh-CN</c>, <c>zh-Hans</c>, Chinese, 中文, <c>en-US</c>…; null when it is neither of the two.</summary>
    public static string? Told(string? name)
    {
        var said = (name ?? "").Trim();
        var subtag = said.IndexOfAny(['-', '_']);
        return Names.GetValueOrDefault(said) ?? (subtag > 0 ? Names.GetValueOrDefault(said[..subtag]) : null);
    }

    private static (int Han, int Words) Count(string text)
    {
        int han = 0, words = 0;
        var inWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var isHan = IsHan(rune);
            var isLatin = !isHan && IsLatin(rune);
            han += isHan ? 1 : 0;
            words += isLatin && !inWord ? 1 : 0;
            inWord = isLatin || (inWord && rune.Value is '\'' or '’');
        }

        return (han, words);
    }

    internal static bool IsHan(Rune rune) =>
        rune.Value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) or 0x3007;

    internal static bool IsLatin(Rune rune) =>
        rune.IsAscii ? rune.Value is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')
        : rune.Value is >= 0xC0 and <= 0x24F && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.MathSymbol;
}
