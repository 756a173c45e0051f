namespace Learning.Materials;

/// <summary>Where sentences end, in Chinese and English.</summary>
internal static class Sentences
{
    private static readonly string[] Abbreviations =
    [
        "mr", "mrs", "ms", "dr", "prof", "sr", "jr", "st", "no", "nos", "art", "arts", "sec", "ch", "fig", "vol", "ed", "eds", "pp", "p",
        "vs", "etc", "e.g", "i.e", "cf", "al", "approx", "dept", "inc", "ltd", "co", "corp", "u.s", "u.k", "a.m", "p.m", "jan", "feb",
        "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Known =
        new HashSet<string>(Abbreviations, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The sentences of a text, in order, together all of it (blanks after a sentence go with it).</summary>
    public static IEnumerable<string> Of(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = EndOf(text, at, text.Length);
            yield return text[at..end];
            at = end;
        }
    }

    /// <summary>One past the end of the sentence that begins at <paramref name="from"/>, blanks after it included; at most <paramref name="to"/>.</summary>
    public static int EndOf(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!Ends(text, from, i, to))
                continue;
            i++;
            while (i < to && "”’」』）)\"'】》*_".Contains(text[i], StringComparison.Ordinal))
                i++;
            while (i < to && char.IsWhiteSpace(text[i]))
                i++;
            return i;
        }

        return to;
    }

    private static bool Ends(string text, int from, int i, int to) => text[i] switch
    {
        '。' or '！' or '？' or '；' or '\n' => true,
        '!' or '?' => i + 1 >= to || IsGap(text[i + 1]),
        '.' => (i + 1 >= to || IsGap(text[i + 1])) && !IsAbbreviation(text, from, i),
        _ => false,
    };

    private static bool IsGap(char c) => char.IsWhiteSpace(c) || c is '"' or '\'' or ')' or '”' or '’';

    // "Art. 5", "e.g. this", "J. Smith": the full stop belongs to the word before it. At the very start, "3." is a list's number.
    private static bool IsAbbreviation(string text, int from, int stop)
    {
        var start = stop;
        while (start > from && stop - start < 8 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.'))
            start--;
        var word = text.AsSpan(start, stop - start);
        return Known.Contains(word) || (word.Length == 1 && char.IsUpper(word[0])) || (start == from && word.Length is > 0 and < 4 && int.TryParse(word, out _));
    }
}
