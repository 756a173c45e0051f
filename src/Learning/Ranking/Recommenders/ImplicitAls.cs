namespace Learning.Ranking.Recommenders;

/// <summary>
/// Implicit alternating least squares (Hu, Koren and Volinsky 2008): people and items become directions whose products say who
/// learned what; what was learned counts 1 + α, all the rest 1. Each half step is solved by a few conjugate gradients (Takács,
/// Pilászy and Tikk 2011). People whom it has not seen are folded in from what they learned.
/// </summary>
/// <param name="factors">Length of the directions.</param>
/// <param name="alpha">α.</param>
/// <param name="rounds">Times that people and items take turns.</param>
/// <param name="seed">Draws the first directions.</param>
public sealed class ImplicitAls(int factors = 64, float alpha = 10, int rounds = 8, int seed = 1) : IRecommender
{
    /// <inheritdoc />
    public string Name => "ials";

    /// <inheritdoc />
    public Needs Needs => Needs.History;

    /// <inheritdoc />
    public IFittedRecommender Fit(TrainingData data, CancellationToken cancellationToken)
    {
        var turned = data.Interactions.Turned();
        var (people, items) = (new float[data.Interactions.People * factors], new float[data.Interactions.Items * factors]);
        var random = new Random(seed);
        for (var place = 0; place < items.Length; place++) items[place] = (float)((random.NextDouble() - 0.5) * 0.1);
        for (var round = 0; round < rounds; round++)
        {
            Turn(people, items, data.Interactions, cancellationToken);
            Turn(items, people, turned, cancellationToken);
        }

        return new FoldedIn(new AlsStep(items, factors, alpha), data.Interactions.Items);
    }

    private void Turn(float[] target, float[] others, Interactions rows, CancellationToken cancellationToken)
    {
        var step = new AlsStep(others, factors, alpha);
        Parallel.For(0, rows.People, Workers.Options(cancellationToken), row => step.Solve(target.AsSpan(row * factors, factors), rows.Of(row)));
    }

    private sealed class FoldedIn(AlsStep step, int items) : IFittedRecommender
    {
        /// <inheritdoc />
        public void Score(in Learned person, Span<float> scores)
        {
            Span<float> direction = stackalloc float[step.Factors];
            direction.Clear();
            step.Solve(direction, person.Items.Span);
            step.Products(direction, scores[..items]);
        }
    }
}
