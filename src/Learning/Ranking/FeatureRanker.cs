using Learning.Candidates;
using Learning.Materials;
using Learning.Ranking.Scoring;

namespace Learning.Ranking;

/// <summary>Ranks by what a scorer makes of the features. With personalisation off another scorer ranks, which was never taught by anybody.</summary>
public class FeatureRanker : IRanker
{
    private readonly IScorer _personal;
    private readonly IScorer _off;

    /// <summary>Makes a ranker.</summary>
    /// <param name="id">Id of the model.</param>
    /// <param name="personal">Scores for people who let themselves be known.</param>
    /// <param name="off">Scores with personalisation off.</param>
    /// <param name="weights">How much each feature counts.</param>
    public FeatureRanker(string id, IScorer personal, IScorer off, IReadOnlyList<FeatureWeight> weights)
    {
        (Id, _personal, _off, Weights) = (id, personal, off, weights);
    }

    /// <inheritdoc />
    public string Id { get; }

    /// <inheritdoc />
    public IReadOnlyList<FeatureWeight> Weights { get; }

    /// <inheritdoc />
    public IReadOnlyList<RankingTrace> Rank(IReadOnlyCollection<CatalogueEntry> materials, CandidateRequest request)
    {
        var scorer = request.Person is null ? _off : _personal;
        var rows = FeatureSet.Rows(materials, request);
        var width = FeatureSet.All.Count;
        var traces = new RankingTrace[materials.Count];
        var place = 0;
        foreach (var material in materials)
        {
            var row = rows.AsMemory(place * width, width);
            traces[place++] = new RankingTrace(material, scorer.Score(row.Span), row, scorer, Id);
        }

        Array.Sort(traces, static (left, right) => left.Score != right.Score ? right.Score.CompareTo(left.Score) : left.Material.Id.CompareTo(right.Material.Id));
        return traces;
    }
}
