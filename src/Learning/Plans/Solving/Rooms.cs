namespace Learning.Plans.Solving;

/// <summary>
/// What holds for pieces that share equal stretches: their minutes, and by steps (dual feasible functions): at most one longer than
/// half in each, at most two longer than a third, three longer than a quarter.
/// </summary>
internal static class Rooms
{
    /// <summary>Most parts a stretch is looked at in.</summary>
    public const int Parts = 4;

    /// <summary>Which of the chosen columns (positions in the list) share how much room how many times: bins, and days with a cap.</summary>
    public static IEnumerable<(IReadOnlyList<int> Those, int Room, int Count)> Of(Columns columns, int[] chosen)
    {
        var inBin = Enumerable.Range(0, chosen.Length).ToLookup(index => columns.All[chosen[index]].Bin);
        foreach (var bin in columns.Grid.Bins)
        {
            if (inBin.Contains(bin.Index)) yield return ([.. inBin[bin.Index]], bin.Room, bin.Count);
        }

        foreach (var kind in columns.Grid.DayKinds.Where(kind => kind.IsCapped && kind.PerDay > 1))
        {
            int[] those = [.. kind.Bins.SelectMany(bin => inBin[bin.Index])];
            if (those.Length > 0) yield return (those, kind.Room, kind.Days);
        }
    }

    /// <summary>How much of the room a piece takes, looked at in so many parts; 1 part: its minutes.</summary>
    public static long Weight(int minutes, int room, int parts)
    {
        if (parts == 1) return minutes;
        var scaled = (long)minutes * parts;
        return scaled % room == 0 ? scaled / room * (parts - 1) : scaled / room * parts;
    }

    /// <summary>How much of it there is.</summary>
    public static long Most(int room, int count, int parts) => parts == 1 ? (long)room * count : (long)parts * (parts - 1) * count;
}
