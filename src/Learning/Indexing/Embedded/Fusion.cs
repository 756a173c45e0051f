namespace Learning.Indexing.Embedded;

/// <summary>
/// How words and vectors become one score: each is stretched to 0–1 over what may be found, then they are mixed.
/// Mixing ranks instead (reciprocal rank fusion) found less; deviations from the mean found as much.
/// </summary>
internal sealed class Fusion
{
    /// <summary>Chosen on judged questions in both languages: 0.2–0.4 differ little, and where words are weak they hurt no more.</summary>
    private const float WordsShare = 0.3f;

    private readonly SearchMode mode;
    private readonly float mostWords;
    private readonly float leastCosine;
    private readonly float mostCosine;

    private Fusion(SearchMode mode, float mostWords, float leastCosine, float mostCosine) =>
        (this.mode, this.mostWords, this.leastCosine, this.mostCosine) = (mode, mostWords, leastCosine, mostCosine);

    /// <summary>The fusion for one search.</summary>
    public static Fusion Of(RowScores scores, SearchMode mode)
    {
        var (mostWords, least, most) = (0f, float.PositiveInfinity, float.NegativeInfinity);
        for (var part = 0; part < scores.Parts.Length; part++)
        {
            foreach (var place in scores.Passing[part])
            {
                var entry = scores.Parts[part].Segment.Entries[place];
                mostWords = Math.Max(mostWords, scores.Words(part, entry, place));
                for (var row = entry.FirstRow; row < entry.FirstRow + entry.RowCount; row++)
                {
                    // Nothing compares with what is not a number.
                    var cosine = scores.Cosine(part, row);
                    if (cosine < least) least = cosine;
                    if (cosine > most) most = cosine;
                }
            }
        }

        return new Fusion(mode, mostWords, least, most);
    }

    /// <summary>The score of a material or a row; null when nothing of it met the question.</summary>
    public float? Score(float words, float cosine) => mode switch
    {
        SearchMode.Words => words > 0 ? words : null,
        SearchMode.Vectors => float.IsNaN(cosine) ? null : cosine,
        _ => words > 0 || !float.IsNaN(cosine) ? (WordsShare * Share(words)) + ((1 - WordsShare) * Stretched(cosine)) : null,
    };

    private float Share(float words) => mostWords > 0 ? words / mostWords : 0;

    private float Stretched(float cosine)
    {
        if (float.IsNaN(cosine)) return 0;
        // A single one, or all alike: there is nothing to stretch over.
        return mostCosine > leastCosine ? (cosine - leastCosine) / (mostCosine - leastCosine) : Math.Max(0, cosine);
    }
}
