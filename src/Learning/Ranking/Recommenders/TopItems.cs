namespace Learning.Ranking.Recommenders;

/// <summary>The best items of a row of scores.</summary>
public static class TopItems
{
    /// <summary>Writes the numbers of the best items, best first; equal scores in the order of their numbers.</summary>
    /// <param name="scores">One score per item; not-a-number is never taken.</param>
    /// <param name="without">Items that must not be in it; their scores are overwritten.</param>
    /// <param name="most">How many.</param>
    public static int[] Of(Span<float> scores, ReadOnlySpan<int> without, int most)
    {
        foreach (var item in without) scores[item] = float.NaN;
        var (items, values, count) = (new int[most], new float[most], 0);
        for (var item = 0; item < scores.Length; item++)
        {
            var score = scores[item];
            if (float.IsNaN(score) || (count == most && score <= values[most - 1])) continue;
            var place = count == most ? most - 1 : count++;
            for (; place > 0 && values[place - 1] < score; place--) (items[place], values[place]) = (items[place - 1], values[place - 1]);
            (items[place], values[place]) = (item, score);
        }

        return items[..count];
    }
}
