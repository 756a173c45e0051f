using System.Buffers;
using Learning.Ranking.Recommenders;

namespace Learning.Ranking.Stacking;

/// <summary>A blend or a ranker that was learned in trials, over recommenders fitted to all the training data.</summary>
internal sealed class StackedRecommender(string name, IReadOnlyList<IRecommender> able, Ranker ranker) : IRecommender
{
    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public Needs Needs => able.Aggregate(Needs.Nothing, (needs, recommender) => needs | recommender.Needs);

    /// <inheritdoc />
    public IFittedRecommender Fit(TrainingData data, CancellationToken cancellationToken)
    {
        // Trees may ask for any of them; a blend needs only those that have a weight.
        var silent = new FixedScores([]);
        var fitted = able.Select((recommender, voice) => ranker.Forest is null && ranker.Blend.Weights[voice] == 0 ? silent : recommender.Fit(data, cancellationToken)).ToList();
        return new Fitted(new PageMaker(fitted, [.. able.Select(recommender => recommender.Name)], data.Interactions.Counts(), Pages.Each), data.Interactions.Items, ranker);
    }

    private sealed class Fitted(PageMaker maker, int items, Ranker ranker) : IFittedRecommender
    {
        /// <summary>Below everything that a candidate can reach.</summary>
        private const float Behind = -1e4f;

        /// <inheritdoc />
        public void Score(in Learned person, Span<float> scores)
        {
            // Lent, as it is too large to be made anew for each of many people.
            var lent = ArrayPool<float>.Shared.Rent(maker.Voices * items);
            var voices = lent.AsSpan(0, maker.Voices * items);
            maker.Ask(person, items, voices);
            scores.Fill(2 * Behind);
            for (var item = 0; item < items; item++)
            {
                var sum = 0f;
                for (var voice = 0; voice < maker.Voices; voice++) sum += ranker.Blend.Weights[voice] * voices[(voice * items) + item];
                scores[item] = sum;
            }

            if (ranker.Forest is { } forest) Rank(person, voices, scores, forest);
            ArrayPool<float>.Shared.Return(lent);
        }

        private void Rank(in Learned person, ReadOnlySpan<float> voices, Span<float> scores, Forest forest)
        {
            var candidates = maker.Candidates(person, items, voices);
            var page = new Page(0, candidates, maker.Features(person, items, voices, candidates), [], 0);
            var sums = Ranker.Sum(Ranker.Parts(page, maker.Names.Count, ranker.Blend, forest), ranker.Trust);
            for (var item = 0; item < items; item++) scores[item] += Behind;
            for (var candidate = 0; candidate < candidates.Length; candidate++) scores[candidates[candidate]] = sums[candidate];
        }
    }
}
