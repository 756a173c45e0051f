using Learning.Materials;
using Learning.Ranking.Scoring;

namespace Learning.Ranking;

/// <summary>What the ranker saw and made of one material. What each feature added is worked out when somebody asks: thousands are ranked and ten explained.</summary>
public sealed class RankingTrace
{
    private readonly IScorer _scorer;
    private readonly ReadOnlyMemory<float> _row;

    internal RankingTrace(CatalogueEntry material, double score, ReadOnlyMemory<float> row, IScorer scorer, string model)
    {
        (Material, Score, _row, _scorer, Model) = (material, score, row, scorer, model);
    }

    /// <summary>The material.</summary>
    public CatalogueEntry Material { get; }

    /// <summary>Its score: the base and the sum of the contributions.</summary>
    public double Score { get; }

    /// <summary>Id of the model.</summary>
    public string Model { get; }

    /// <summary>What a material gets of which nothing is said.</summary>
    public double Base => _scorer.Base;

    /// <summary>Feature values by name.</summary>
    public IReadOnlyDictionary<string, double> Features => field ??= Named(place => _row.Span[place]);

    /// <summary>What each feature added to the score, by name.</summary>
    public IReadOnlyDictionary<string, double> Contributions => field ??= Explained();

    /// <summary>The value of one feature.</summary>
    public double ValueOf(string feature) => _row.Span[FeatureSet.Places[feature]];

    /// <summary>The score it would have if there were nothing of a feature.</summary>
    public double ScoreWithout(string feature)
    {
        Span<float> row = stackalloc float[_row.Length];
        _row.Span.CopyTo(row);
        row[FeatureSet.Places[feature]] = 0;
        return _scorer.Score(row);
    }

    private Dictionary<string, double> Explained()
    {
        var contributions = new double[_scorer.Width];
        _scorer.Contributions(_row.Span, contributions);
        return Named(place => contributions[place]);
    }

    private static Dictionary<string, double> Named(Func<int, double> value)
    {
        var named = new Dictionary<string, double>(FeatureSet.All.Count, StringComparer.Ordinal);
        for (var place = 0; place < FeatureSet.All.Count; place++)
        {
            named[FeatureSet.All[place].Name] = value(place);
        }

        return named;
    }
}
