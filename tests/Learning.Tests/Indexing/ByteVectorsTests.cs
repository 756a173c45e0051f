using System.Numerics.Tensors;
using CsCheck;
using Learning.Indexing.Embedded;

namespace Learning.Tests.Indexing;

public sealed class ByteVectorsTests
{
    private static readonly Gen<sbyte> Number = Gen.Int[-127, 127].Select(number => (sbyte)number);

    [Fact]
    public void The_inner_product_is_exact_at_every_length() =>
        Gen.Int[0, 600].SelectMany(length => Gen.Select(Number.Array[length], Number.Array[length])).Sample((left, right) =>
            ByteDot.Of(left, right) == left.Zip(right, (a, b) => a * b).Sum());

    [Theory, InlineData(127, 127), InlineData(-127, 127), InlineData(-127, -127)]
    public void The_largest_numbers_do_not_overflow(int left, int right) =>
        Assert.Equal(512 * left * right, ByteDot.Of([.. Enumerable.Repeat((sbyte)left, 512)], [.. Enumerable.Repeat((sbyte)right, 512)]));

    [Fact]
    public void A_number_comes_back_to_a_65000th_of_the_largest() => Gen.Float[-1, 1].Array[1, 512].Sample(vector =>
    {
        var (coarse, fine) = (new sbyte[vector.Length], new sbyte[vector.Length]);
        var scale = ByteVectors.Split(vector, coarse, fine);
        var largest = vector.Max(Math.Abs);
        return vector.Select((number, place) => Math.Abs(number - (scale * (coarse[place] + (fine[place] * ByteVectors.FineStep))))).Max() <= largest / 60_000;
    });

    [Fact]
    public void A_vector_without_a_direction_is_nothing()
    {
        var bytes = new sbyte[3];

        Assert.Equal(0, ByteVectors.Split([0, 0, 0], bytes, bytes));
        Assert.Equal(0, ByteVectors.Round([float.NaN, 1, 0], bytes));
        Assert.Equal(0, ByteVectors.Round([float.PositiveInfinity, 1, 0], bytes));
        Assert.Equal(0, ByteVectors.Round([], []));
    }

    [Fact]
    public void Rounding_moves_a_cosine_by_less_than_a_hundredth() => Gen.Select(Gen.Float[-1, 1].Array[512], Gen.Float[-1, 1].Array[512]).Sample((left, right) =>
    {
        var (a, b) = (new sbyte[512], new sbyte[512]);
        var product = ByteVectors.Round(left, a) * ByteVectors.Round(right, b) * ByteDot.Of(a, b);
        var lengths = TensorPrimitives.Norm<float>(left) * TensorPrimitives.Norm<float>(right);
        return Math.Abs((product / lengths) - TensorPrimitives.CosineSimilarity<float>(left, right)) < 0.01;
    });
}
