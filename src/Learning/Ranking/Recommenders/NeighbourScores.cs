namespace Learning.Ranking.Recommenders;

/// <summary>Sums over the history what each item of it says of its neighbours.</summary>
internal sealed class NeighbourScores((int Item, float Similarity)[][] near) : IFittedRecommender
{
    /// <inheritdoc />
    public void Score(in Learned person, Span<float> scores)
    {
        scores.Clear();
        foreach (var item in person.Items.Span)
        {
            if (item >= near.Length) continue;
            foreach (var (other, similarity) in near[item]) scores[other] += similarity;
        }
    }
}
