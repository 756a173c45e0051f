namespace Learning.Indexing.Words;

/// <summary>
/// The stem of an English word after Porter (1980): <c>learning</c>, <c>learned</c> and <c>learns</c> meet. It works in place
/// on lower-case ASCII letters; measured against stripping plurals alone it finds more.
/// </summary>
internal static class PorterStem
{
    private static readonly (string Suffix, string Replacement)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3 =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] Step4 =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize",
    ];

    /// <summary>The length of the stem, which stands at the start of the word afterwards.</summary>
    /// <param name="word">Lower-case ASCII letters.</param>
    public static int Of(Span<char> word)
    {
        if (word.Length <= 2) return word.Length;
        var length = Plural(word);
        length = PastAndProgressive(word, length);
        if (length > 1 && word[length - 1] == 'y' && HasVowel(word[..(length - 1)])) word[length - 1] = 'i';
        length = ReplaceLongest(word, length, Step2);
        length = ReplaceLongest(word, length, Step3);
        length = DropLongest(word, length);
        return Tidy(word, length);
    }

    private static int Plural(Span<char> word)
    {
        if (word.EndsWith("sses") || word.EndsWith("ies")) return word.Length - 2;
        return word[^1] == 's' && word[^2] != 's' ? word.Length - 1 : word.Length;
    }

    private static int PastAndProgressive(Span<char> word, int length)
    {
        ReadOnlySpan<char> now = word[..length];
        if (now.EndsWith("eed")) return Measure(now[..^3]) > 0 ? length - 1 : length;
        var cut = now.EndsWith("ed") ? 2 : now.EndsWith("ing") ? 3 : 0;
        if (cut == 0 || !HasVowel(now[..^cut])) return length;
        return Repaired(word, length - cut);
    }

    // After -ed or -ing: conflat(e), hop(p), fil(e).
    private static int Repaired(Span<char> word, int length)
    {
        ReadOnlySpan<char> stem = word[..length];
        var wantsE = stem.EndsWith("at") || stem.EndsWith("bl") || stem.EndsWith("iz") || (Measure(stem) == 1 && EndsConsonantVowelConsonant(stem));
        if (EndsDouble(stem) && stem[^1] is not ('l' or 's' or 'z')) return length - 1;
        if (wantsE) word[length++] = 'e';
        return length;
    }

    private static int ReplaceLongest(Span<char> word, int length, (string Suffix, string Replacement)[] rules)
    {
        var best = -1;
        for (var rule = 0; rule < rules.Length; rule++)
        {
            if (word[..length].EndsWith(rules[rule].Suffix) && (best < 0 || rules[rule].Suffix.Length > rules[best].Suffix.Length)) best = rule;
        }

        if (best < 0) return length;
        var stem = length - rules[best].Suffix.Length;
        if (Measure(word[..stem]) == 0) return length;
        rules[best].Replacement.CopyTo(word[stem..]);
        return stem + rules[best].Replacement.Length;
    }

    private static int DropLongest(Span<char> word, int length)
    {
        var cut = 0;
        foreach (var suffix in Step4)
        {
            if (suffix.Length > cut && word[..length].EndsWith(suffix)) cut = suffix.Length;
        }

        ReadOnlySpan<char> stem = word[..(length - cut)];
        if (cut == 0 || Measure(stem) < 2) return length;
        var isIon = word[(length - cut)..length] is "ion";
        return isIon && stem[^1] is not ('s' or 't') ? length : stem.Length;
    }

    private static int Tidy(Span<char> word, int length)
    {
        ReadOnlySpan<char> now = word[..length];
        if (now[^1] == 'e')
        {
            var measure = Measure(now[..^1]);
            if (measure > 1 || (measure == 1 && !EndsConsonantVowelConsonant(now[..^1]))) length--;
        }

        now = word[..length];
        return length > 1 && now[^1] == 'l' && EndsDouble(now) && Measure(now) > 1 ? length - 1 : length;
    }

    // How often a vowel run is followed by a consonant run.
    private static int Measure(ReadOnlySpan<char> stem)
    {
        var measure = 0;
        var afterVowel = false;
        for (var place = 0; place < stem.Length; place++)
        {
            var consonant = IsConsonant(stem, place);
            if (consonant && afterVowel) measure++;
            afterVowel = !consonant;
        }

        return measure;
    }

    private static bool HasVowel(ReadOnlySpan<char> stem)
    {
        for (var place = 0; place < stem.Length; place++)
        {
            if (!IsConsonant(stem, place)) return true;
        }

        return false;
    }

    private static bool EndsDouble(ReadOnlySpan<char> stem) => stem.Length > 1 && stem[^1] == stem[^2] && IsConsonant(stem, stem.Length - 1);

    private static bool EndsConsonantVowelConsonant(ReadOnlySpan<char> stem) =>
        stem.Length > 2 && IsConsonant(stem, stem.Length - 1) && !IsConsonant(stem, stem.Length - 2) && IsConsonant(stem, stem.Length - 3)
        && stem[^1] is not ('w' or 'x' or 'y');

    private static bool IsConsonant(ReadOnlySpan<char> word, int place) => word[place] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => place == 0 || !IsConsonant(word, place - 1),
        _ => true,
    };
}
