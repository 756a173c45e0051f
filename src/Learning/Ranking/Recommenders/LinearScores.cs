using System.Numerics.Tensors;

namespace Learning.Ranking.Recommenders;

/// <summary>Sums the rows that a matrix has for what a person learned.</summary>
internal sealed class LinearScores(float[] map, int items) : IFittedRecommender
{
    /// <inheritdoc />
    public void Score(in Learned person, Span<float> scores)
    {
        scores.Clear();
        var own = scores[..items];
        foreach (var item in person.Items.Span)
        {
            if (item < items) TensorPrimitives.Add(own, map.AsSpan(item * items, items), own);
        }
    }
}
