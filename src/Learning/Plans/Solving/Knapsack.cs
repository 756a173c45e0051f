using System.Numerics;
using System.Runtime.InteropServices;

namespace Learning.Plans.Solving;

/// <summary>The most that some minutes can hold, exactly: a row for each thing that may go in, whole rows at a time.</summary>
internal sealed class Knapsack
{
    private long[] rows = [];

    /// <summary>What may go in, gathered by the caller: a column, its minutes, and what it brings.</summary>
    public List<(int Column, int Minutes, long Profit)> Things { get; } = [];

    /// <summary>The columns that were put in last.</summary>
    public List<int> Chosen { get; } = [];

    /// <summary>Fills the room with the things at hand.</summary>
    public long Fill(int room)
    {
        Chosen.Clear();
        if (room <= 0 || Things.Count == 0) return 0;
        var width = room + 1;
        if (rows.Length < (Things.Count + 1) * width) rows = new long[(Things.Count + 1) * width];
        Array.Clear(rows, 0, width);
        var number = 0;
        foreach (ref readonly var thing in CollectionsMarshal.AsSpan(Things))
        {
            var old = rows.AsSpan(number * width, width);
            var now = rows.AsSpan(++number * width, width);
            if (thing.Minutes > room) old.CopyTo(now);
            else Add(old, now, thing.Minutes, thing.Profit);
        }

        for (var left = room; number > 0; number--)
        {
            if (rows[(number * width) + left] == rows[((number - 1) * width) + left]) continue;
            Chosen.Add(Things[number - 1].Column);
            left -= Things[number - 1].Minutes;
        }

        return rows[(Things.Count * width) + room];
    }

    private static void Add(ReadOnlySpan<long> old, Span<long> now, int minutes, long profit)
    {
        old[..minutes].CopyTo(now);
        var without = old[minutes..];
        var with = old[..^minutes];
        var to = now[minutes..];
        var (at, more) = (0, new Vector<long>(profit));
        for (; at <= to.Length - Vector<long>.Count; at += Vector<long>.Count)
            Vector.Max(new Vector<long>(without[at..]), new Vector<long>(with[at..]) + more).CopyTo(to[at..]);
        for (; at < to.Length; at++) to[at] = Math.Max(without[at], with[at] + profit);
    }
}
