namespace Learning.Indexing.Embedded;

/// <summary>An unchanging part of the index. A row is a chunk; rows of a material stand together.</summary>
internal sealed class Segment
{
    private readonly Dictionary<Guid, int> places;
    private readonly MaterialVector?[] directions;

    public Segment(Entry[] entries, Row[] rows, Postings postings, VectorBlock[] vectors)
    {
        (Entries, Rows, Postings, Vectors) = (entries, rows, postings, vectors);
        places = new Dictionary<Guid, int>(entries.Length);
        for (var place = 0; place < entries.Length; place++) places[entries[place].Material.Id] = place;
        directions = new MaterialVector?[entries.Length];
        EntryOfRow = Array.ConvertAll(rows, row => row.Entry);
        RowLengths = Array.ConvertAll(rows, row => row.Length);
        WholeLengths = new int[entries.Length];
        foreach (var row in rows) WholeLengths[row.Entry] += row.Length;
    }

    /// <summary>The materials.</summary>
    public Entry[] Entries { get; }

    /// <summary>The chunks.</summary>
    public Row[] Rows { get; }

    /// <summary>Place of the material of each row; by itself, since a search reads it at every word.</summary>
    public int[] EntryOfRow { get; }

    /// <summary>Terms in each row.</summary>
    public int[] RowLengths { get; }

    /// <summary>Terms in each material.</summary>
    public int[] WholeLengths { get; }

    /// <summary>Their words.</summary>
    public Postings Postings { get; }

    /// <summary>Their vectors, model by model.</summary>
    public VectorBlock[] Vectors { get; }

    /// <summary>The place of a material, or −1.</summary>
    public int PlaceOf(Guid material) => places.GetValueOrDefault(material, -1);

    /// <summary>The mean of a material's vectors at length 1, made when first asked for: ranking asks for the same ones again and again.</summary>
    public MaterialVector? DirectionOf(int place) => directions[place] ??= MeanOf(Entries[place]);

    private MaterialVector? MeanOf(Entry entry)
    {
        foreach (var block in Vectors)
        {
            var sum = new float[block.Dimension];
            var count = 0;
            for (var row = entry.FirstRow; row < entry.FirstRow + entry.RowCount; row++)
            {
                if (block.PlaceOf(row) is not (>= 0 and var place)) continue;
                block.AddTo(sum, place, 1);
                count++;
            }

            var length = System.Numerics.Tensors.TensorPrimitives.Norm<float>(sum);
            if (count == 0 || length == 0) continue;
            System.Numerics.Tensors.TensorPrimitives.Divide(sum, length, sum);
            return new MaterialVector(block.Model, sum);
        }

        return null;
    }
}

/// <summary>A chunk in the index.</summary>
/// <param name="Chunk">Its id; empty for a material without chunks.</param>
/// <param name="Text">Its text.</param>
/// <param name="Entry">Place of its material in the segment.</param>
/// <param name="Length">How many terms it has.</param>
internal readonly record struct Row(Guid Chunk, string Text, int Entry, int Length);
