using System.Numerics.Tensors;

namespace Learning.Ranking.Recommenders;

/// <summary>What resembles what the person learned: each item's direction, from its words or its categories, against those of the history, the nearest counting most.</summary>
public sealed class Content : IRecommender
{
    private const int Latest = 50;
    private const float Nearest = 0.5f;

    /// <inheritdoc />
    public string Name => "content";

    /// <inheritdoc />
    public Needs Needs => Needs.History | Needs.Content;

    /// <inheritdoc />
    public IFittedRecommender Fit(TrainingData data, CancellationToken cancellationToken) => new Likeness(data.Content!);

    private sealed class Likeness(IReadOnlyList<float[]> directions) : IFittedRecommender
    {
        /// <inheritdoc />
        public void Score(in Learned person, Span<float> scores)
        {
            var history = new List<float[]>();
            foreach (var item in person.Items.Span[Math.Max(0, person.Items.Length - Latest)..])
            {
                if (item < directions.Count) history.Add(directions[item]);
            }

            scores.Clear();
            if (history.Count == 0) return;
            for (var item = 0; item < Math.Min(scores.Length, directions.Count); item++)
            {
                var (sum, best) = (0f, 0f);
                foreach (var own in history)
                {
                    var likeness = TensorPrimitives.Dot<float>(own, directions[item]);
                    (sum, best) = (sum + likeness, Math.Max(best, likeness));
                }

                scores[item] = (Nearest * best) + ((1 - Nearest) * sum / history.Count);
            }
        }
    }
}
