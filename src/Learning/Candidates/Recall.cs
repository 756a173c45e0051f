using Learning.Candidates.Sources;
using Learning.Materials;

namespace Learning.Candidates;

/// <summary>Asks every source and lets the funnel take out what must not be shown.</summary>
public static class Recall
{
    /// <summary>Every source, with how many materials it may bring up.</summary>
    public static IReadOnlyList<(ICandidateSource Source, int Most)> Sources { get; } =
    [
        (new RequiredSource(), 200),
        (new SimilarSource(), 150),
        (new TogetherSource(), 150),
        (new CohortSource(), 150),
        (new AudienceSource(), 150),
        (new NewSource(), 50),
    ];

    /// <summary>What may be shown, each once. Where words were asked only what answers them; so few that fit is no reason to show what does not.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="atLeast">When the sources leave fewer, the rest of the catalogue fills up, so that a list is empty only when nothing may be shown.</param>
    public static IReadOnlyList<CatalogueEntry> Candidates(CandidateRequest request, int atLeast)
    {
        if (request.Query is not null)
        {
            return Allowed(new QuerySource().Find(request).Take(200), request);
        }

        var found = Allowed(Sources.SelectMany(source => source.Source.Find(request)
            .Where(candidate => IsShowable(candidate.Material, request))
            .Take(source.Most)), request);
        return found.Count >= atLeast ? found : Allowed(found.Select(material => new Candidate(material.Id, "", 0)).Concat(new NewSource().Find(request)), request);
    }

    private static IReadOnlyList<CatalogueEntry> Allowed(IEnumerable<Candidate> candidates, CandidateRequest request) =>
    [
        .. candidates.Select(candidate => candidate.Material).Distinct()
            .Where(id => IsShowable(id, request))
            .Select(id => request.Catalogue.ById[id]),
    ];

    private static bool IsShowable(Guid id, CandidateRequest request) =>
        request.Catalogue.ById.TryGetValue(id, out var material) && Funnel.WhyNot(material, request) is null;
}
