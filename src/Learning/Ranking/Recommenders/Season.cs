namespace Learning.Ranking.Recommenders;

/// <summary>
/// What was learned more than usual about the times at which the person learned: a lesson on heat in July, whatever is new in a
/// busy week. The whole time is cut into equal spans; each span's shares are shrunk towards the whole and set against it.
/// </summary>
/// <param name="shrink">Pseudo-records per span that are spread as the whole is.</param>
public sealed class Season(double shrink = 300) : IRecommender
{
    private const int Spans = 60;

    /// <inheritdoc />
    public string Name => "season";

    /// <inheritdoc />
    public Needs Needs => Needs.History | Needs.Times;

    /// <inheritdoc />
    public IFittedRecommender Fit(TrainingData data, CancellationToken cancellationToken)
    {
        var interactions = data.Interactions;
        var ((first, last), items) = (interactions.Span(), interactions.Items);
        var (met, all) = (new double[Spans * items], new double[Spans]);
        for (var person = 0; person < interactions.People; person++)
        {
            var row = interactions.Of(person);
            var times = interactions.TimesOf(person);
            for (var place = 0; place < row.Length; place++)
            {
                var span = SpanOf(times[place], first, last);
                met[(span * items) + row[place]]++;
                all[span]++;
            }
        }

        var counts = interactions.Counts();
        var lift = new float[met.Length];
        for (var span = 0; span < Spans; span++)
        {
            for (var item = 0; item < items; item++)
            {
                if (counts[item] == 0) continue;
                var share = (double)counts[item] / interactions.Count;
                lift[(span * items) + item] = (float)Math.Log((met[(span * items) + item] + (shrink * share)) / ((all[span] + shrink) * share));
            }
        }

        return new Lifts(lift, items, first, last);
    }

    private static int SpanOf(double time, double first, double last) =>
        last > first ? Math.Clamp((int)((time - first) / (last - first) * Spans), 0, Spans - 1) : 0;

    private sealed class Lifts(float[] lift, int items, double first, double last) : IFittedRecommender
    {
        /// <inheritdoc />
        public void Score(in Learned person, Span<float> scores)
        {
            scores.Clear();
            Span<float> spans = stackalloc float[Spans];
            spans.Clear();
            foreach (var time in person.Times.Span) spans[SpanOf(time, first, last)]++;
            for (var span = 0; span < Spans; span++)
            {
                if (spans[span] > 0) System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(lift.AsSpan(span * items, items), spans[span] / person.Times.Length, scores[..items], scores[..items]);
            }
        }
    }
}
