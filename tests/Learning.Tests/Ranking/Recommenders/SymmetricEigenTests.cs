using Learning.Algebra;

namespace Learning.Tests.Ranking.Recommenders;

/// <summary>Values and vectors put together again are the matrix.</summary>
public sealed class SymmetricEigenTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(60)]
    public void The_parts_make_the_whole(int size)
    {
        var random = new Random(size);
        var matrix = new double[size * size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++) matrix[(row * size) + column] = matrix[(column * size) + row] = random.NextDouble() - 0.5;
        }

        var (values, vectors) = SymmetricEigen.Of([.. matrix], size);

        Assert.Equal(values.OrderDescending(), values);
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                var sum = Enumerable.Range(0, size).Sum(part => values[part] * vectors[(part * size) + row] * vectors[(part * size) + column]);
                Assert.Equal(matrix[(row * size) + column], sum, 1e-9);
            }
        }
    }
}
