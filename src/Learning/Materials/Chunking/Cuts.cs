namespace Learning.Materials.Chunking;

/// <summary>Cuts a span that is too long into even pieces, each at the best place within reach.</summary>
internal static class Cuts
{
    public static IEnumerable<Range> Of(string text, int start, int end, TokenCosts costs, int most)
    {
        while (start < end)
        {
            var whole = costs.Of(start, end);
            var stop = whole <= most ? end : Stop(text, start, end, costs, most, whole);
            if (!text.AsSpan(start, stop - start).IsWhiteSpace())
                yield return start..stop;
            start = stop;
        }
    }

    // Pieces are about equally long: a tail of ten characters would be a poor thing to find.
    private static int Stop(string text, int start, int end, TokenCosts costs, int most, int whole)
    {
        var pieces = (whole + most - 1) / most;
        var aim = costs.Reach(start, end, whole / pieces);
        var last = costs.Reach(start, end, most);
        var first = start + Math.Max(1, (aim - start) / 2);
        return Best(text, start, first, aim, last);
    }

    private static int Best(string text, int start, int first, int aim, int last)
    {
        int best = -1, bestRank = 0;
        for (var at = first; at <= last; at++)
        {
            var rank = Rank(text, start, at);
            if (rank > bestRank || (rank == bestRank && rank > 0 && Math.Abs(at - aim) < Math.Abs(best - aim)))
                (best, bestRank) = (at, rank);
        }

        return best > 0 ? best : Between(text, start, last);
    }

    // How good it is to cut before the character at this place.
    private static int Rank(string text, int start, int at) => text[at - 1] switch
    {
        '\n' => at >= 2 && text[at - 2] == '\n' ? 5 : 4,
        '。' or '！' or '？' or '；' or '!' or '?' or '.' or '”' or '"' or ')' or '）' or ' ' => AfterSentence(text, start, at),
        '，' or '、' or '：' or ',' or ';' or ':' => 2,
        '\t' or '\u3000' => 1,
        _ => 0,
    };

    private static int AfterSentence(string text, int start, int at)
    {
        var from = Math.Max(start, at - 12);
        for (var end = from; end < at;)
        {
            end = Sentences.EndOf(text, end, Math.Min(text.Length, at + 2));
            if (end == at)
                return 3;
        }

        return text[at - 1] == ' ' ? 1 : 0;
    }

    // Never between the halves of a character, nor before a mark that joins the one before it.
    private static int Between(string text, int start, int at)
    {
        for (var back = at; back > start + 1 && back > at - 32; back--)
        {
            if (back >= text.Length || !(char.IsLowSurrogate(text[back]) || IsJoined(text[back]) || text[back - 1] == '\u200D'))
                return back;
        }

        return char.IsLowSurrogate(text[at - 1]) || at >= text.Length || !char.IsLowSurrogate(text[at]) ? at : at + 1;
    }

    private static bool IsJoined(char c) =>
        c is '\u200D' or '\uFE0F' || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark;
}
