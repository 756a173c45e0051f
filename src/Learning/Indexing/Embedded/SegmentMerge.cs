namespace Learning.Indexing.Embedded;

/// <summary>Makes one segment of several and leaves out what was removed.</summary>
internal static class SegmentMerge
{
    private const int Gone = -1;

    public static Segment Of(IReadOnlyList<Part> parts)
    {
        var entries = new List<Entry>();
        var rows = new List<Row>();
        var newRows = parts.Select(part => Move(part, entries, rows)).ToArray();
        return new Segment([.. entries], [.. rows], Words(parts, newRows), Vectors(parts, newRows));
    }

    // Where each row of a part goes.
    private static int[] Move(Part part, List<Entry> entries, List<Row> rows)
    {
        var moved = new int[part.Segment.Rows.Length];
        Array.Fill(moved, Gone);
        for (var place = 0; place < part.Segment.Entries.Length; place++)
        {
            if (!part.IsAlive(place)) continue;
            var entry = part.Segment.Entries[place];
            var first = rows.Count;
            for (var row = entry.FirstRow; row < entry.FirstRow + entry.RowCount; row++)
            {
                moved[row] = rows.Count;
                rows.Add(part.Segment.Rows[row] with { Entry = entries.Count });
            }

            entries.Add(entry with { FirstRow = first });
        }

        return moved;
    }

    private static Postings Words(IReadOnlyList<Part> parts, int[][] newRows)
    {
        var builder = new PostingsBuilder();
        var next = new PriorityQueue<(int Part, int Place), (ulong Term, int Part)>();
        for (var part = 0; part < parts.Count; part++) Enqueue(part, 0);
        while (next.TryDequeue(out var run, out var term))
        {
            Append(builder, term.Term, parts[run.Part].Segment.Postings.Run(run.Place), newRows[run.Part]);
            Enqueue(run.Part, run.Place + 1);
        }

        return builder.Build();

        void Enqueue(int part, int place)
        {
            var postings = parts[part].Segment.Postings;
            if (place < postings.TermCount) next.Enqueue((part, place), (postings.Term(place), part));
        }
    }

    private static void Append(PostingsBuilder builder, ulong term, (ReadOnlyMemory<int> Rows, ReadOnlyMemory<byte> Counts) run, int[] newRows)
    {
        var rows = run.Rows.Span;
        var counts = run.Counts.Span;
        for (var place = 0; place < rows.Length; place++)
        {
            if (newRows[rows[place]] == Gone) continue;
            builder.Start(term);
            builder.Add(newRows[rows[place]], counts[place]);
        }
    }

    private static VectorBlock[] Vectors(IReadOnlyList<Part> parts, int[][] newRows)
    {
        var blocks = parts.SelectMany((part, index) => part.Segment.Vectors.Select(block => (Block: block, Moved: newRows[index])));
        return [.. blocks.GroupBy(pair => (pair.Block.Model, pair.Block.Dimension)).Select(group => Joined(group.Key, [.. group]))];
    }

    private static VectorBlock Joined((string Model, int Dimension) kind, (VectorBlock Block, int[] Moved)[] group)
    {
        var alive = group.Sum(pair => Alive(pair.Block, pair.Moved));
        var builder = new VectorBlockBuilder(kind.Model, kind.Dimension, alive);
        foreach (var (block, moved) in group)
        {
            for (var place = 0; place < block.Rows.Length; place++)
            {
                if (moved[block.Rows[place]] is not Gone and var row) builder.Add(row, block, place);
            }
        }

        return builder.Build();
    }

    private static int Alive(VectorBlock block, int[] moved)
    {
        var alive = 0;
        foreach (var row in block.Rows) alive += moved[row] == Gone ? 0 : 1;
        return alive;
    }
}
