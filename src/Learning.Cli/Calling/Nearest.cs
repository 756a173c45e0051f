namespace Learning.Cli.Calling;

/// <summary>What somebody may have meant who wrote something else.</summary>
internal static class Nearest
{
    private const int MostSlips = 2;

    /// <summary>Names at most two slips away, nearest first.</summary>
    public static IEnumerable<string> To(string written, IEnumerable<string> names) => names
        .Select(name => (name, slips: Slips(written, name)))
        .Where(pair => pair.slips <= MostSlips && pair.slips < pair.name.Length / 2)
        .OrderBy(pair => pair.slips).ThenBy(pair => pair.name, StringComparer.Ordinal)
        .Select(pair => pair.name);

    /// <summary>Letters to add, leave out or exchange (Levenshtein 1966).</summary>
    private static int Slips(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var above = row[0]++;
            for (var j = 1; j <= right.Length; j++)
            {
                var changed = above + (left[i - 1] == right[j - 1] ? 0 : 1);
                above = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
