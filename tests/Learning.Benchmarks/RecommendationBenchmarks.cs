using BenchmarkDotNet.Attributes;
using Learning.Candidates;
using Learning.Materials;
using Learning.Ranking;
using Learning.Ranking.Scoring;

namespace Learning.Benchmarks;

/// <summary>One recommendation of ten, stage by stage, from a shelf of 5,080 materials (the lessons of the seed, twenty times over).</summary>
[Config(typeof(SingleCalls))]
public class RecommendationBenchmarks
{
    private readonly Exploring _exploring = new();
    private Shop _shop = null!;
    private FeatureRanker _trees = null!;
    private IReadOnlyCollection<CatalogueEntry> _all = [];
    private IReadOnlyList<RankingTrace> _ranked = [];
    private IReadOnlyList<RankingTrace> _list = [];
    private float[] _rows = [];
    private CandidateRequest _request = null!;

    [GlobalSetup]
    public void Setup()
    {
        _shop = Shop.Open();
        _trees = new FeatureRanker("trees", _shop.Trees, WeightedRanker.Scorer, []);
        _request = _shop.Ask();
        _all = [.. _request.Catalogue.ById.Values];
        _rows = FeatureSet.Rows(_all, _request);
        _ranked = _trees.Rank(_all, _request);
        _list = Spread.Take(_ranked, 10, spreadTopics: true, _request.VectorOf);
    }

    /// <summary>Sources and funnel.</summary>
    [Benchmark]
    public int Recalled() => Recall.Candidates(_shop.Ask(), 10).Count;

    /// <summary>23 features of 5,080 materials, the likeness to thirty finished lessons among them.</summary>
    [Benchmark]
    public int Featured() => FeatureSet.Rows(_all, _shop.Ask()).Length;

    /// <summary>A weighted sum over their rows.</summary>
    [Benchmark]
    public double ScoredBySum() => Scored(WeightedRanker.Scorer);

    /// <summary>80 trees of 12 leaves over their rows.</summary>
    [Benchmark]
    public double ScoredByTrees() => Scored(_shop.Trees);

    /// <summary>Features, trees and order.</summary>
    [Benchmark]
    public int RankedByTrees() => _trees.Rank(_all, _shop.Ask()).Count;

    /// <summary>Shapley values and reasons of ten lines.</summary>
    [Benchmark]
    public int Explained()
    {
        var context = new RankingContext(_request);
        return _list.Sum(trace => Reasons.Of(new RankingTrace(trace.Material, trace.Score, RowOf(trace), _shop.Trees, "trees"), context).Count);
    }

    /// <summary>Duplicates once, topics, likeness, chance.</summary>
    [Benchmark]
    public int Spreaded() => _exploring.Of(Spread.Take(_ranked, 10, spreadTopics: true, _request.VectorOf), _ranked);

    /// <summary>All of it, as the server does it: recall, rank, spread, explain.</summary>
    [Benchmark]
    public int Whole()
    {
        var request = _shop.Ask();
        var ranked = _trees.Rank(Recall.Candidates(request, 10), request);
        var list = Spread.Take(ranked, 10, spreadTopics: true, request.VectorOf);
        var context = new RankingContext(request);
        return list.Sum(trace => Reasons.Of(trace, context).Count);
    }

    private ReadOnlyMemory<float> RowOf(RankingTrace trace)
    {
        var row = new float[FeatureSet.All.Count];
        for (var place = 0; place < row.Length; place++)
        {
            row[place] = (float)trace.ValueOf(FeatureSet.All[place].Name);
        }

        return row;
    }

    private double Scored(IScorer scorer)
    {
        var best = double.MinValue;
        for (var start = 0; start < _rows.Length; start += scorer.Width)
        {
            best = Math.Max(best, scorer.Score(_rows.AsSpan(start, scorer.Width)));
        }

        return best;
    }

    private sealed class Exploring
    {
        private readonly ExplorationOptions _options = new();

        public int Of(IReadOnlyList<RankingTrace> list, IReadOnlyList<RankingTrace> ranked) => Exploration.Of(list, ranked, Shop.Now, _options, 7).Lines.Count;
    }
}
