using System.Numerics.Tensors;

namespace Learning.Ranking.Recommenders;

/// <summary>One half step of implicit ALS: the best direction of a row, the directions of the other side held still.</summary>
internal sealed class AlsStep
{
    private const int Gradients = 4;

    private readonly float[] _others;
    private readonly float[] _gram;
    private readonly float _alpha;

    /// <param name="others">Directions of the other side, one after the other.</param>
    /// <param name="factors">Their length.</param>
    /// <param name="alpha">What counts more where something was learned.</param>
    public AlsStep(float[] others, int factors, float alpha)
    {
        (_others, Factors, _alpha, _gram) = (others, factors, alpha, new float[factors * factors]);
        for (var row = 0; row < others.Length; row += factors)
        {
            var own = others.AsSpan(row, factors);
            for (var factor = 0; factor < factors; factor++)
            {
                if (own[factor] != 0) TensorPrimitives.MultiplyAdd(own, own[factor], _gram.AsSpan(factor * factors, factors), _gram.AsSpan(factor * factors, factors));
            }
        }
    }

    /// <summary>Length of a direction.</summary>
    public int Factors { get; }

    /// <summary>Goes a few gradients towards the best direction from the one that is there. A row with more pairs is held more, as it has more to say.</summary>
    public void Solve(Span<float> direction, ReadOnlySpan<int> row)
    {
        if (row.IsEmpty)
        {
            direction.Clear();
            return;
        }

        Span<float> left = stackalloc float[Factors], along = stackalloc float[Factors], times = stackalloc float[Factors];
        var ridge = 1f + row.Length;
        Apply(direction, row, ridge, times);
        left.Clear();
        foreach (var other in row) AddTimes(left, Of(other), 1 + _alpha);
        TensorPrimitives.Subtract(left, times, left);
        left.CopyTo(along);
        var size = TensorPrimitives.Dot<float>(left, left);
        for (var step = 0; step < Gradients && size > 1e-10f; step++)
        {
            Apply(along, row, ridge, times);
            var far = size / TensorPrimitives.Dot<float>(along, times);
            AddTimes(direction, along, far);
            AddTimes(left, times, -far);
            var next = TensorPrimitives.Dot<float>(left, left);
            TensorPrimitives.MultiplyAdd(along, next / size, left, along);
            size = next;
        }
    }

    /// <summary>The products of a direction with all of the other side.</summary>
    public void Products(ReadOnlySpan<float> direction, Span<float> products)
    {
        for (var other = 0; other < products.Length; other++) products[other] = TensorPrimitives.Dot(direction, Of(other));
    }

    /// <summary>(Y'Y + α Σ yy' + ridge) · direction.</summary>
    private void Apply(ReadOnlySpan<float> direction, ReadOnlySpan<int> row, float ridge, Span<float> result)
    {
        for (var factor = 0; factor < Factors; factor++)
            result[factor] = TensorPrimitives.Dot(direction, _gram.AsSpan(factor * Factors, Factors)) + (ridge * direction[factor]);
        foreach (var other in row) AddTimes(result, Of(other), _alpha * TensorPrimitives.Dot(direction, Of(other)));
    }

    /// <summary>An item that was not there to learn from has no direction.</summary>
    private ReadOnlySpan<float> Of(int other) => (other + 1) * Factors <= _others.Length ? _others.AsSpan(other * Factors, Factors) : Nowhere.AsSpan(0, Factors);

    private float[] Nowhere { get; } = new float[512];

    private static void AddTimes(Span<float> sum, ReadOnlySpan<float> what, float times) => TensorPrimitives.MultiplyAdd(what, times, sum, sum);
}
