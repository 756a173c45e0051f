namespace Learning.Materials.Chunking;

/// <summary>
/// Estimates word pieces without a tokenizer: a wide character is one, a letter 0.3 (English words of 4.7 letters are 1.3 pieces
/// with BERT vocabularies), a digit 0.5, any other mark one; blanks are no pieces but 0.1, so that
/// a million of them do not pass for nothing. Sums are kept so that any span costs one subtraction.
/// </summary>
internal sealed class TokenCosts
{
    private const int PerToken = 10;
    private readonly int[] sums;

    public TokenCosts(string text)
    {
        sums = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
            sums[i + 1] = sums[i] + TenthsOf(text[i]);
    }

    public static int Of(string text)
    {
        var tenths = 0;
        foreach (var c in text)
            tenths += TenthsOf(c);
        return InTokens(tenths);
    }

    public int Of(int start, int end) => InTokens(sums[end] - sums[start]);

    /// <summary>The largest end so that the span costs at most this much; at least one character on.</summary>
    public int Reach(int start, int end, int tokens)
    {
        var limit = sums[start] + (tokens * PerToken);
        var found = Array.BinarySearch(sums, start + 1, end - start, limit);
        var reach = found >= 0 ? found : ~found - 1;
        while (reach < end && reach >= 0 && sums[reach + 1] <= limit)
            reach++;
        return Math.Clamp(reach, start + 1, end);
    }

    private static int InTokens(int tenths) => (tenths + PerToken - 1) / PerToken;

    private static int TenthsOf(char c) => c switch
    {
        _ when char.IsWhiteSpace(c) => 1,
        >= '\u2E80' => PerToken,
        _ when char.IsLetter(c) => 3,
        _ when char.IsDigit(c) => 5,
        _ => PerToken,
    };
}
