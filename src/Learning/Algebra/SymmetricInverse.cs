using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Learning.Algebra;

/// <summary>
/// The inverse of a large symmetric positive definite matrix, in place, by blocks: every block of the diagonal is inverted
/// through its Cholesky factor and swept out of the rest (block Gauss–Jordan on the lower half). It costs n³ operations like
/// factoring and inverting one after the other, but all of them are one product of panels that keeps a core's vector units busy.
/// </summary>
public static class SymmetricInverse
{
    private const int Block = 128;
    private const int Rows = 4;
    private const int Columns = 16;
    private const int RowsAtOnce = 64;

    /// <summary>Overwrites a matrix with its inverse.</summary>
    /// <param name="matrix">Symmetric and positive definite, row by row; the lower half is read, both are written.</param>
    /// <param name="size">Its rows.</param>
    /// <param name="threads">How many threads at most.</param>
    /// <param name="cancellationToken">Stops it between blocks; then the matrix is no matrix any more.</param>
    /// <exception cref="ArgumentException">The matrix is not positive definite.</exception>
    public static void Of(double[] matrix, int size, int threads, CancellationToken cancellationToken)
    {
        var work = new Panels(size);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        for (var start = 0; start < size; start += Block)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Sweep(matrix, size, start, Math.Min(Block, size - start), work, parallel);
        }

        Finish(matrix, size, parallel);
    }

    private static void Sweep(double[] matrix, int size, int start, int block, Panels work, ParallelOptions parallel)
    {
        var pivot = PivotInverse(matrix, size, start, block);
        work.Clear();
        for (var row = 0; row < size; row++)
        {
            if (row >= start && row < start + block) continue;
            for (var k = 0; k < block; k++) work.Panel[(row * Block) + k] = row < start ? matrix[((start + k) * (long)size) + row] : matrix[(row * (long)size) + start + k];
        }

        Parallel.For(0, (size + RowsAtOnce - 1) / RowsAtOnce, parallel, chunk => Weigh(work, pivot, size, block, chunk * RowsAtOnce));
        Parallel.For(0, (size + RowsAtOnce - 1) / RowsAtOnce, parallel, chunk => Subtract(matrix, size, work, (((size + RowsAtOnce - 1) / RowsAtOnce) - 1 - chunk) * RowsAtOnce));
        PutBack(matrix, size, start, block, work, pivot);
    }

    /// <summary>The panel times the pivot's inverse: kept packed by columns for the product, and in rows for the result.</summary>
    private static void Weigh(Panels work, double[] pivot, int size, int block, int first)
    {
        Span<double> row = stackalloc double[Block];
        for (var place = first; place < Math.Min(first + RowsAtOnce, size); place++)
        {
            row.Clear();
            var own = work.Panel.AsSpan(place * Block, block);
            for (var k = 0; k < block; k++)
            {
                if (own[k] != 0) TensorPrimitives.MultiplyAdd(pivot.AsSpan(k * block, block), own[k], row[..block], row[..block]);
            }

            var (group, inside) = Math.DivRem(place, Columns);
            for (var k = 0; k < block; k++) work.Packed[(((group * Block) + k) * Columns) + inside] = row[k];
        }
    }

    /// <summary>Takes panel · packedᵀ off a band of rows, up to the diagonal.</summary>
    private static void Subtract(double[] matrix, int size, Panels work, int first)
    {
        var last = Math.Min(first + RowsAtOnce, size);
        for (var column = 0; column < last; column += Columns)
        {
            for (var row = Math.Max(first, column / Rows * Rows); row < last; row += Rows) Tile(matrix, size, work, row, column);
        }
    }

    private static void Tile(double[] matrix, int size, Panels work, int row, int column)
    {
        var (a0, a1, b0, b1) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
        var (c0, c1, d0, d1) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
        ref var left = ref work.Panel[row * Block];
        ref var right = ref work.Packed[column * Block];
        for (var k = 0; k < Block; k++)
        {
            var r0 = Vector512.LoadUnsafe(ref right, (nuint)(k * Columns));
            var r1 = Vector512.LoadUnsafe(ref right, (nuint)((k * Columns) + 8));
            var value = Vector512.Create(Unsafe.Add(ref left, k));
            (a0, a1) = (Vector512.FusedMultiplyAdd(value, r0, a0), Vector512.FusedMultiplyAdd(value, r1, a1));
            value = Vector512.Create(Unsafe.Add(ref left, Block + k));
            (b0, b1) = (Vector512.FusedMultiplyAdd(value, r0, b0), Vector512.FusedMultiplyAdd(value, r1, b1));
            value = Vector512.Create(Unsafe.Add(ref left, (2 * Block) + k));
            (c0, c1) = (Vector512.FusedMultiplyAdd(value, r0, c0), Vector512.FusedMultiplyAdd(value, r1, c1));
            value = Vector512.Create(Unsafe.Add(ref left, (3 * Block) + k));
            (d0, d1) = (Vector512.FusedMultiplyAdd(value, r0, d0), Vector512.FusedMultiplyAdd(value, r1, d1));
        }

        Take(matrix, size, row, column, a0, a1);
        Take(matrix, size, row + 1, column, b0, b1);
        Take(matrix, size, row + 2, column, c0, c1);
        Take(matrix, size, row + 3, column, d0, d1);
    }

    /// <summary>Past the diagonal nothing is looked at again, but a row must not run into the next one.</summary>
    private static void Take(double[] matrix, int size, int row, int column, Vector512<double> first, Vector512<double> second)
    {
        if (row >= size) return;
        var target = matrix.AsSpan((row * size) + column, Math.Min(Columns, size - column));
        if (target.Length == Columns)
        {
            ref var place = ref target[0];
            (Vector512.LoadUnsafe(ref place) - first).StoreUnsafe(ref place);
            (Vector512.LoadUnsafe(ref place, 8) - second).StoreUnsafe(ref place, 8);
            return;
        }

        for (var k = 0; k < target.Length; k++) target[k] -= k < 8 ? first[k] : second[k - 8];
    }

    private static void PutBack(double[] matrix, int size, int start, int block, Panels work, double[] pivot)
    {
        for (var row = 0; row < size; row++)
        {
            if (row >= start && row < start + block)
            {
                for (var k = 0; k <= row - start; k++) matrix[(row * size) + start + k] = -pivot[((row - start) * block) + k];
                continue;
            }

            var (group, inside) = Math.DivRem(row, Columns);
            for (var k = 0; k < block; k++)
            {
                var value = work.Packed[(((group * Block) + k) * Columns) + inside];
                if (row < start) matrix[((start + k) * size) + row] = value;
                else matrix[(row * size) + start + k] = value;
            }
        }
    }

    private static double[] PivotInverse(double[] matrix, int size, int start, int block)
    {
        var (pivot, inverse) = (new double[block * block], new double[block * block]);
        for (var row = 0; row < block; row++)
        {
            for (var column = 0; column <= row; column++) pivot[(row * block) + column] = pivot[(column * block) + row] = matrix[((start + row) * size) + start + column];
            inverse[(row * block) + row] = 1;
        }

        Cholesky.Solve(pivot, block, inverse, block);
        return inverse;
    }

    /// <summary>The sweeps leave minus the inverse in the lower half.</summary>
    private static void Finish(double[] matrix, int size, ParallelOptions parallel) => Parallel.For(0, (size + RowsAtOnce - 1) / RowsAtOnce, parallel, chunk =>
    {
        for (var row = chunk * RowsAtOnce; row < Math.Min((chunk + 1) * RowsAtOnce, size); row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var value = -matrix[(row * size) + column];
                matrix[(row * size) + column] = value;
                matrix[(column * size) + row] = value;
            }
        }
    });

    /// <summary>The panel of one sweep in rows, and the same weighed, packed so that a product reads it in order.</summary>
    private sealed class Panels(int size)
    {
        public double[] Panel { get; } = new double[(size + Rows + RowsAtOnce) * Block];

        public double[] Packed { get; } = new double[(size + Columns + RowsAtOnce) * Block];

        public void Clear()
        {
            Panel.AsSpan().Clear();
            Packed.AsSpan().Clear();
        }
    }
}
