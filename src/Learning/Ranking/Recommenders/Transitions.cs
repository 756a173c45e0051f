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

    private static readonly float[] Fading = [.. Enumerable.Range(0, Reach).Select(place => (float)Math.Pow(Fade, place))];

    /// <inheritdoc />
    public string Name => "transitions";

    /// <inheritdoc />
    public Needs Needs => Needs.History | Needs.Times;

    /// <inheritdoc />
    public IFittedRecommender Fit(TrainingData data, CancellationToken cancellationToken)
    {
        var (interactions, turned) = (data.Interactions, data.Interactions.Turned());
        var next = new (int, float)[interactions.Items][];
        Parallel.For(0, next.Length, Workers.Options(cancellationToken), () => new float[interactions.Items], (item, _, steps) =>
        {
            var people = turned.Of(item);
            foreach (var person in people)
            {
                var row = interactions.Of(person);
                var ahead = row[(row.IndexOf(item) + 1)..];
                for (var place = 0; place < Math.Min(Reach, ahead.Length); place++) steps[ahead[place]] += Fading[place];
            }

            next[item] = Chances(steps, people.Length + shrink);
            steps.AsSpan().Clear();
            return steps;
        }, _ => { });
        return new Chain(next);
    }

    private static (int, float)[] Chances(float[] steps, double people)
    {
        var chances = new List<(int, float)>();
        for (var item = 0; item < steps.Length; item++)
        {
            if (steps[item] > 0) chances.Add((item, (float)(steps[item] / people)));
        }

        return [.. chances];
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
                var (item, weight) = (row[^back], Fading[back - 1]);
                if (item >= next.Length) continue;
                foreach (var (other, chance) in next[item]) scores[other] += weight * chance;
            }
        }
    }
}
