namespace Learning.Ranking.Stacking;

/// <summary>The blend, moved by the trees: both are put on one scale over a person's candidates and added.</summary>
/// <param name="Blend">The blend.</param>
/// <param name="Forest">The trees; null for the blend alone.</param>
/// <param name="Trust">What a deviation of the trees counts against one of the blend.</param>
internal sealed record Ranker(Blend Blend, Forest? Forest, float Trust)
{
    /// <summary>What is tried as trust.</summary>
    public static readonly float[] Trusts = [0.25f, 0.5f, 1f, 2f];

    /// <summary>The scores of a page's candidates by blend and by trees, each with mean 0 and deviation 1.</summary>
    public static (float[] Blend, float[] Trees) Parts(Page page, int width, Blend blend, Forest forest)
    {
        var (sums, trees) = (new float[page.Candidates.Length], new float[page.Candidates.Length]);
        blend.Score(page, width, sums);
        for (var candidate = 0; candidate < trees.Length; candidate++) trees[candidate] = forest.Score(page.Features.AsSpan(candidate * width, width));
        Standardise(sums);
        Standardise(trees);
        return (sums, trees);
    }

    /// <summary>Both together.</summary>
    public static float[] Sum((float[] Blend, float[] Trees) parts, float trust)
    {
        var sums = new float[parts.Blend.Length];
        for (var candidate = 0; candidate < sums.Length; candidate++) sums[candidate] = parts.Blend[candidate] + (trust * parts.Trees[candidate]);
        return sums;
    }

    private static void Standardise(float[] scores)
    {
        if (scores.Length == 0) return;
        var mean = scores.Average();
        var deviation = Math.Sqrt(scores.Average(score => (score - mean) * (score - mean)));
        for (var candidate = 0; candidate < scores.Length; candidate++) scores[candidate] = (float)((scores[candidate] - mean) / (deviation > 0 ? deviation : 1));
    }
}
