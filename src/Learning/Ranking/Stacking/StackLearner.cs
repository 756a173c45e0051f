using Learning.Ranking.Recommenders;

namespace Learning.Ranking.Stacking;

/// <summary>Learns blend and trees from some of the people and judges them on the others, in turns; then once more from everybody.</summary>
internal sealed class StackLearner
{
    /// <summary>More pages than this make trees slower and no better.</summary>
    private const int MostTrainingPages = 6_000;

    private readonly List<Page> _pages;
    private readonly int[] _part;
    private readonly Blend[] _blends;
    private readonly int _voices;
    private readonly int _width;
    private readonly int _seed;

    public StackLearner(List<Page> pages, int voices, int width, int seed, int parts)
    {
        (_pages, _voices, _width, _seed, _blends) = (pages, voices, width, seed, new Blend[parts]);
        var random = new Random(seed);
        var parted = new Dictionary<int, int>();
        foreach (var page in pages.Where(page => !parted.ContainsKey(page.Person))) parted[page.Person] = random.Next(parts);
        _part = [.. pages.Select(page => parted[page.Person])];
    }

    /// <summary>The blend from everybody.</summary>
    public Blend Blend { get; private set; } = new([]);

    /// <summary>Whether there are rows enough for trees.</summary>
    public bool CanRank => _pages.Where(page => page.Wanted.Contains(true)).Sum(page => page.Candidates.Length) >= Forest.FewestRows;

    /// <summary>nDCG of every page by a blend that was learned from other people.</summary>
    public double[] TryBlend(CancellationToken cancellationToken)
    {
        for (var part = 0; part < _blends.Length; part++) _blends[part] = Blend.Learn(Others(part), _voices, _width, cancellationToken);
        Blend = Blend.Learn(_pages, _voices, _width, cancellationToken);
        return [.. _pages.Select((page, place) => _blends[_part[place]].Ndcg(page, _width))];
    }

    /// <summary>nDCG of every page by trees that were learned from other people, on top of the blend, and the ranker from everybody.</summary>
    public (Ranker Ranker, double[] Values) TryRanker(CancellationToken cancellationToken)
    {
        var forests = new Forest[_blends.Length + 1];
        Parallel.For(0, forests.Length, Workers.Options(cancellationToken), part => forests[part] = Forest.Learn(Some(part == _blends.Length ? _pages : Others(part)), _width, _seed));
        var parts = new (float[], float[])[_pages.Count];
        Parallel.For(0, parts.Length, Workers.Options(cancellationToken), place =>
            parts[place] = Ranker.Parts(_pages[place], _width, _blends[_part[place]], forests[_part[place]]));
        var (trust, values) = Ranker.Trusts
            .Select(trust => (Trust: trust, Values: _pages.Select((page, place) => page.Ndcg(Ranker.Sum(parts[place], trust))).ToArray()))
            .MaxBy(tried => tried.Values.Average());
        return (new Ranker(Blend, forests[^1], trust), values);
    }

    private List<Page> Others(int part) => [.. _pages.Where((_, place) => _part[place] != part)];

    private List<Page> Some(List<Page> pages)
    {
        if (pages.Count <= MostTrainingPages) return pages;
        var chosen = pages.ToArray();
        new Random(_seed).Shuffle(chosen);
        return [.. chosen[..MostTrainingPages]];
    }
}
