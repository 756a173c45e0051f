namespace Learning.Algebra;

/// <summary>Eigenvalues and eigenvectors of small symmetric matrices, by Jacobi's rotations (1846): slow, exact, and the same on every machine.</summary>
public static class SymmetricEigen
{
    private const int MostSweeps = 60;
    private const double Small = 1e-12;

    /// <summary>The eigenvalues, largest first, and their vectors: row <c>k</c> belongs to value <c>k</c>.</summary>
    /// <param name="matrix">Symmetric, row by row; overwritten.</param>
    /// <param name="size">Its rows.</param>
    public static (double[] Values, double[] Vectors) Of(double[] matrix, int size)
    {
        var vectors = new double[size * size];
        for (var row = 0; row < size; row++) vectors[(row * size) + row] = 1;
        for (var sweep = 0; sweep < MostSweeps && !IsDiagonal(matrix, size); sweep++)
        {
            for (var left = 0; left < size; left++)
            {
                for (var right = left + 1; right < size; right++) Rotate(matrix, vectors, size, left, right);
            }
        }

        var order = Enumerable.Range(0, size).OrderByDescending(place => matrix[(place * size) + place]).ToArray();
        return ([.. order.Select(place => matrix[(place * size) + place])], [.. order.SelectMany(place => vectors.AsSpan(place * size, size).ToArray())]);
    }

    private static bool IsDiagonal(double[] matrix, int size)
    {
        var (off, all) = (0.0, 0.0);
        for (var place = 0; place < matrix.Length; place++)
        {
            var square = matrix[place] * matrix[place];
            all += square;
            if (place / size != place % size) off += square;
        }

        return off <= Small * Small * all;
    }

    private static void Rotate(double[] matrix, double[] vectors, int size, int left, int right)
    {
        var between = matrix[(left * size) + right];
        if (between == 0) return;
        var half = (matrix[(right * size) + right] - matrix[(left * size) + left]) / (2 * between);
        var tangent = (half >= 0 ? 1 : -1) / (Math.Abs(half) + Math.Sqrt((half * half) + 1));
        var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        var sine = tangent * cosine;
        for (var other = 0; other < size; other++) Turn(ref matrix[(other * size) + left], ref matrix[(other * size) + right], cosine, sine);
        for (var other = 0; other < size; other++) Turn(ref matrix[(left * size) + other], ref matrix[(right * size) + other], cosine, sine);
        for (var other = 0; other < size; other++) Turn(ref vectors[(left * size) + other], ref vectors[(right * size) + other], cosine, sine);
    }

    private static void Turn(ref double left, ref double right, double cosine, double sine) =>
        (left, right) = ((cosine * left) - (sine * right), (sine * left) + (cosine * right));
}
