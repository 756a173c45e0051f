using System.Numerics.Tensors;

namespace Learning.Algebra;

/// <summary>Cholesky's factor of small symmetric positive definite matrices, and what it solves.</summary>
public static class Cholesky
{
    /// <summary>Overwrites the lower half of a matrix with its factor.</summary>
    /// <param name="matrix">Row by row.</param>
    /// <param name="size">Its rows.</param>
    /// <param name="stride">From one row to the next.</param>
    /// <exception cref="ArgumentException">The matrix is not positive definite.</exception>
    public static void Factor(Span<double> matrix, int size, int stride)
    {
        for (var row = 0; row < size; row++)
        {
            var own = matrix.Slice(row * stride, row + 1);
            for (var column = 0; column < row; column++)
            {
                var other = matrix.Slice(column * stride, column + 1);
                own[column] = (own[column] - TensorPrimitives.Dot<double>(own[..column], other[..column])) / other[column];
            }

            var left = own[row] - TensorPrimitives.SumOfSquares<double>(own[..row]);
            if (!(left > 0)) throw new ArgumentException($"The matrix is not positive definite: what is left of row {row} is {left}.", nameof(matrix));
            own[row] = Math.Sqrt(left);
        }
    }

    /// <summary>Solves for many right sides; overwrites both.</summary>
    /// <param name="matrix">Symmetric, row by row.</param>
    /// <param name="size">Its rows.</param>
    /// <param name="right">The right sides, one row of them per row of the matrix.</param>
    /// <param name="sides">How many right sides.</param>
    public static void Solve(Span<double> matrix, int size, Span<double> right, int sides)
    {
        Factor(matrix, size, size);
        for (var row = 0; row < size; row++)
        {
            var own = right.Slice(row * sides, sides);
            for (var before = 0; before < row; before++)
                TensorPrimitives.MultiplyAdd(right.Slice(before * sides, sides), -matrix[(row * size) + before], own, own);
            TensorPrimitives.Divide(own, matrix[(row * size) + row], own);
        }

        for (var row = size - 1; row >= 0; row--)
        {
            var own = right.Slice(row * sides, sides);
            for (var after = row + 1; after < size; after++)
                TensorPrimitives.MultiplyAdd(right.Slice(after * sides, sides), -matrix[(after * size) + row], own, own);
            TensorPrimitives.Divide(own, matrix[(row * size) + row], own);
        }
    }
}
