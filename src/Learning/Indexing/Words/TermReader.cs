using System.Text;

namespace Learning.Indexing.Words;

/// <summary>
/// Cuts a text into terms: CJK into overlapping pairs and single characters, everything else into words with English stems.
/// Pairs need no dictionary and found as much as words cut by one. Not thread-safe; one reader serves many texts.
/// </summary>
internal sealed class TermReader
{
    private const int LongestWord = 64;

    private readonly List<ulong> terms = [];
    private readonly char[] word = new char[LongestWord];
    private int wordLength;
    private int previousCjk;

    /// <summary>The terms of a text in their order; valid until the next call.</summary>
    public IReadOnlyList<ulong> Read(string text)
    {
        terms.Clear();
        foreach (var rune in FoldedText.Of(text).EnumerateRunes()) Take(rune);
        EndWord();
        previousCjk = 0;
        return terms;
    }

    private void Take(Rune rune)
    {
        if (IsCjk(rune.Value))
        {
            EndWord();
            if (previousCjk != 0) terms.Add(Term.Pair(previousCjk, rune.Value));
            terms.Add(Term.Single(rune.Value));
            previousCjk = rune.Value;
            return;
        }

        previousCjk = 0;
        if (Rune.IsLetterOrDigit(rune) || IsPartOfAName(rune)) Append(rune);
        else EndWord();
    }

    // C#, F#, C++: one letter and what follows it.
    private bool IsPartOfAName(Rune rune) => rune.Value is '#' or '+' && wordLength is 1 or 2 && (wordLength == 1 || word[1] == '+');

    private void Append(Rune rune)
    {
        // What is longer than any word is told apart by its start.
        if (wordLength + rune.Utf16SequenceLength <= LongestWord) wordLength += rune.EncodeToUtf16(word.AsSpan(wordLength));
    }

    private void EndWord()
    {
        if (wordLength == 0) return;
        var letters = word.AsSpan(0, wordLength);
        var length = letters.ContainsAnyExceptInRange('a', 'z') ? wordLength : PorterStem.Of(letters);
        terms.Add(Term.Word(letters[..length]));
        wordLength = 0;
    }

    private static bool IsCjk(int rune) => rune is
        (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF)
        or (>= 0x3040 and <= 0x30FF) or (>= 0xAC00 and <= 0xD7AF);
}
