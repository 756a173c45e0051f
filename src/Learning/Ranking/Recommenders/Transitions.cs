namespace Learning.Ranking.Recommenders;

/// <summary>
/// What people learned soon after what the person learned last: a Markov chain over items whose steps may skip a few places and
/// fade with each (Rendle, Freudenthaler and Schmidt-Thieme 2010, without the factors). Only where times are real.
/// </summary>
/// <param name="shrink">Pseudo-steps to nowhere.</param>
public sealed class Transitions(double shrink = 10) : IRecommender
{
    private const int Reach = 10;
    private const double Fade = 0.7;

    /// <inheritdoc />
    public string Name => "transitions";

    /// <inheritdoc />
    public Needs Needs => Needs.History | Needs.Times;

    /// <inheritdoc />
    public IFittedRecommender Fit(TrainingData data, CancellationToken cancellationToken)
    {
        var (interactions, counts) = (data.Interactions, data.Interactions.Counts());
        var next = new Dictionary<int, float>[interactions.Items];
        for (var item = 0; item < next.Length; item++) next[item] = [];
        for (var person = 0; person < interactions.People; person++)
        {
            var row = interactions.Of(person);
            for (var place = 0; place < row.Length; place++)
            {
                for (var ahead = 1; ahead <= Reach && place + ahead < row.Length; ahead++)
                    next[row[place]][row[place + ahead]] = next[row[place]].GetValueOrDefault(row[place + ahead]) + (float)Math.Pow(Fade, ahead - 1);
            }
        }

        return new Chain([.. next.Select((steps, item) => steps.OrderBy(step => step.Key).Select(step => (step.Key, (float)(step.Value / (counts[item] + shrink)))).ToArray())]);
    }

    private sealed class Chain((int Item, float Chance)[][] next) : IFittedRecommender
    {
        /// <inheritdoc />
        public void Score(in Learned person, Span<float> scores)
        {
            scores.Clear();
            var row = person.Items.Span;
            for (var back = 1; back <= Math.Min(Reach, row.Length); back++)
            {
                var (item, weight) = (row[^back], (float)Math.Pow(Fade, back - 1));
                if (item >= next.Length) continue;
                foreach (var (other, chance) in next[item]) scores[other] += weight * chance;
            }
        }
    }
}
