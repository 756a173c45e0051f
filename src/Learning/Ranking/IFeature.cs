using Learning.Candidates;
using Learning.Materials;

namespace Learning.Ranking;

/// <summary>One thing a ranker looks at. Its value is logged when a material is shown and training reads the log, so training and serving cannot differ.</summary>
public interface IFeature
{
    /// <summary>Its name, lower-case words and hyphens; also the kind of the reason it gives.</summary>
    string Name { get; }

    /// <summary>Its value for one material, 0–1.</summary>
    double Of(CatalogueEntry material, RankingContext context);

    /// <summary>Values for the sentence of the reason it gives; empty where the sentence needs none.</summary>
    IReadOnlyDictionary<string, string> Explain(CatalogueEntry material, RankingContext context) => Nothing;

    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>What is worked out once per list and not once per material.</summary>
/// <param name="Request">What was asked.</param>
public sealed record RankingContext(CandidateRequest Request)
{
    /// <summary>The directions of what was finished.</summary>
    public Taste Taste { get; } = Taste.Of(Request);

    /// <summary>What must be studied, by material.</summary>
    public IReadOnlyDictionary<Guid, Requirement> Required { get; } =
        Request.Required.GroupBy(requirement => requirement.Material).ToDictionary(same => same.Key, same => same.MinBy(requirement => requirement.Due ?? DateOnly.MaxValue)!);

    /// <summary>How strongly each material was learned together with what the person finished, and with which of it most.</summary>
    public IReadOnlyDictionary<Guid, (double Strength, Guid With)> Together { get; } = TogetherOf(Request);

    /// <summary>How many lessons of each topic the person finished.</summary>
    public IReadOnlyDictionary<string, int> FinishedByTopic { get; } = (Request.Person?.History.Done.Keys ?? Enumerable.Empty<Guid>())
        .SelectMany(id => Request.Catalogue.ById.GetValueOrDefault(id)?.Topics ?? [])
        .GroupBy(topic => topic, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);

    private static Dictionary<Guid, (double, Guid)> TogetherOf(CandidateRequest request)
    {
        const int seeds = 30;
        return (request.Person?.LatelyFinished(seeds) ?? [])
            .SelectMany(finished => request.Statistics.LearnedWith(finished).Select(neighbour => (neighbour.Material, neighbour.Similarity, With: finished)))
            .GroupBy(link => link.Material)
            .ToDictionary(links => links.Key, links => (links.Sum(link => link.Similarity), links.MaxBy(link => link.Similarity).With));
    }
}
