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
        var showable = new Dictionary<Guid, CatalogueEntry?>();
        if (request.Query is not null)
        {
            return Each(new QuerySource().Find(request).Take(200), request, showable);
        }

        var found = Each(Sources.SelectMany(source => source.Source.Find(request)
            .Where(candidate => Showable(candidate.Material, request, showable) is not null)
            .Take(source.Most)), request, showable);
        return found.Count >= atLeast ? found : Each(found.Select(material => new Candidate(material.Id, "", 0)).Concat(new NewSource().Find(request)), request, showable);
    }

    private static List<CatalogueEntry> Each(IEnumerable<Candidate> candidates, CandidateRequest request, Dictionary<Guid, CatalogueEntry?> showable)
    {
        var taken = new HashSet<Guid>();
        var each = new List<CatalogueEntry>();
        foreach (var candidate in candidates)
        {
            if (taken.Add(candidate.Material) && Showable(candidate.Material, request, showable) is { } material)
            {
                each.Add(material);
            }
        }

        return each;
    }

    // Several sources bring up the same material; the funnel is asked once.
    private static CatalogueEntry? Showable(Guid id, CandidateRequest request, Dictionary<Guid, CatalogueEntry?> known)
    {
        if (!known.TryGetValue(id, out var material))
        {
            known[id] = material = request.Catalogue.ById.TryGetValue(id, out var entry) && Funnel.WhyNot(entry, request) is null ? entry : null;
        }

        return material;
    }
}
