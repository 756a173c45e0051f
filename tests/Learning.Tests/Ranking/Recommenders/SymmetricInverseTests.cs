using Learning.Algebra;

namespace Learning.Tests.Ranking.Recommenders;

public sealed class SymmetricInverseTests
{
    // Below, at and above the size of a block, and not a multiple of anything.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(128)]
    [InlineData(131)]
    [InlineData(389)]
    public void A_matrix_times_its_inverse_is_one(int size)
    {
        var matrix = Positive(size, seed: size);
        var inverse = (double[])matrix.Clone();

        SymmetricInverse.Of(inverse, size, threads: 2, TestContext.Current.CancellationToken);

        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                var sum = 0.0;
                for (var k = 0; k < size; k++) sum += matrix[(row * size) + k] * inverse[(k * size) + column];
                Assert.Equal(row == column ? 1 : 0, sum, 1e-8);
            }
        }
    }

    [Fact]
    public void The_number_of_threads_changes_no_digit()
    {
        var (one, four) = (Positive(300, seed: 1), Positive(300, seed: 1));

        SymmetricInverse.Of(one, 300, threads: 1, TestContext.Current.CancellationToken);
        SymmetricInverse.Of(four, 300, threads: 4, TestContext.Current.CancellationToken);

        Assert.Equal(one, four);
    }

    [Fact]
    public void A_matrix_that_is_not_positive_definite_is_refused() =>
        Assert.Throws<ArgumentException>(() => SymmetricInverse.Of([1, 2, 2, 1], 2, threads: 1, TestContext.Current.CancellationToken));

    private static double[] Positive(int size, int seed)
    {
        var random = new Random(seed);
        var factor = Enumerable.Range(0, size * size).Select(_ => random.NextDouble() - 0.5).ToArray();
        var matrix = new double[size * size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                for (var k = 0; k < size; k++) matrix[(row * size) + column] += factor[(row * size) + k] * factor[(column * size) + k];
            }

            matrix[(row * size) + row] += 1;
        }

        return matrix;
    }
}
