using CsCheck;
using Learning.Embeddings.Onnx;

namespace Learning.Tests.Embeddings;

public sealed class BatchesByLength
{
    private static readonly Gen<int[][]> Rows = Gen.Int[2, 512].Select(length => new int[length]).Array[0, 80];

    [Fact]
    public void Every_row_is_in_exactly_one_batch() =>
        Rows.Sample(rows => LengthBatches.Of(rows).SelectMany(batch => batch).Order().SequenceEqual(Enumerable.Range(0, rows.Length)));

    [Fact]
    public void At_most_an_eighth_is_padding_and_the_first_row_is_the_longest() =>
        Rows.Sample(rows => LengthBatches.Of(rows).TrueForAll(batch =>
            batch.All(row => rows[row].Length <= rows[batch[0]].Length && rows[row].Length * 8 >= rows[batch[0]].Length * 7)));

    [Fact]
    public void A_batch_stays_small() =>
        Rows.Sample(rows => LengthBatches.Of(rows).TrueForAll(batch => batch.Count * rows[batch[0]].Length <= 512));
}
