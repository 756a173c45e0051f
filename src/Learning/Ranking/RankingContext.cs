using System.Runtime.InteropServices;
using Learning.Candidates;

namespace Learning.Ranking;

/// <summary>What is worked out once per list and not once per material.</summary>
/// <param name="request">What was asked.</param>
public sealed class RankingContext(CandidateRequest request)
{
    private const int Seeds = 30;
    private const int LatelyFew = 5;
    private const int LatelySome = 10;
    private const double DecayPerLesson = 0.9;

    /// <summary>What was asked.</summary>
    public CandidateRequest Request { get; } = request;

    /// <summary>The directions of what was finished.</summary>
    public Taste Taste => Request.Taste;

    /// <summary>What must be studied, by material.</summary>
    public IReadOnlyDictionary<Guid, Requirement> Required { get; } =
        request.Required.GroupBy(requirement => requirement.Material).ToDictionary(same => same.Key, same => same.MinBy(requirement => requirement.Due ?? DateOnly.MaxValue)!);

    /// <summary>What people of the same age band and occupation group finish; without a person, what everybody does.</summary>
    public CohortShares Cohort { get; } = request.Statistics.CohortOf(request.Person?.AgeBand, request.Person?.OccupationGroup);

    /// <summary>The person's tags by name.</summary>
    public HashSet<string> Interests { get; } = request.Person?.Tags.Select(tag => tag.Name).ToHashSet(StringComparer.Ordinal) ?? [];

    /// <summary>What was finished lately, latest first.</summary>
    public IReadOnlyList<Guid> Lately { get; } = [.. request.Person?.LatelyFinished(Seeds) ?? []];

    /// <summary>How strongly each material was learned together with what the person finished, and with which of it most.</summary>
    public IReadOnlyDictionary<Guid, Link> Together => field ??= Linked(Lately, Request.Statistics.LearnedWith, decay: 1);

    /// <summary>How often each material comes next after the few finished last, and after which of them most.</summary>
    public IReadOnlyDictionary<Guid, Link> Next => field ??= Linked(Lately.Take(LatelyFew), Request.Statistics.FinishedAfter, DecayPerLesson);

    /// <summary>How much what the person finished speaks for each material, and which of it most.</summary>
    public IReadOnlyDictionary<Guid, Link> Explained => field ??= Linked(Lately, Request.Statistics.SpeaksFor, decay: 1);

    /// <summary>How many lessons of each topic the person finished.</summary>
    public IReadOnlyDictionary<string, int> FinishedByTopic { get; } = (request.Person?.History.Done.Keys ?? Enumerable.Empty<Guid>())
        .SelectMany(id => request.Catalogue.ById.GetValueOrDefault(id)?.Topics ?? [])
        .GroupBy(topic => topic, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);

    /// <summary>The share each topic has in what was finished, the latest counting most.</summary>
    public IReadOnlyDictionary<string, double> TopicShares => field ??= Shares(Lately, DecayPerLesson);

    /// <summary>The share each topic has in the last few lessons.</summary>
    public IReadOnlyDictionary<string, double> TopicsLately => field ??= Shares([.. Lately.Take(LatelySome)], decay: 1);

    /// <summary>The share each way of studying has in what was finished.</summary>
    public IReadOnlyDictionary<Mode, double> ModeShares => field ??= Lately
        .Select(id => Request.Catalogue.ById.GetValueOrDefault(id)).OfType<Materials.CatalogueEntry>()
        .GroupBy(entry => entry.Mode).ToDictionary(same => same.Key, same => same.Count() / (double)Lately.Count);

    /// <summary>The largest share among some topics; 0 where there are none.</summary>
    internal static double Most(IReadOnlyDictionary<string, double> shares, IReadOnlyList<string> topics)
    {
        var most = 0.0;
        for (var place = 0; place < topics.Count; place++)
        {
            most = Math.Max(most, shares.GetValueOrDefault(topics[place]));
        }

        return most;
    }

    private Dictionary<string, double> Shares(IReadOnlyList<Guid> finished, double decay)
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        var whole = 0.0;
        for (var place = 0; place < finished.Count; place++)
        {
            var weight = Math.Pow(decay, place);
            whole += weight;
            foreach (var topic in Request.Catalogue.ById.GetValueOrDefault(finished[place])?.Topics ?? [])
            {
                shares[topic] = shares.GetValueOrDefault(topic) + weight;
            }
        }

        return whole == 0 ? shares : shares.ToDictionary(share => share.Key, share => share.Value / whole, StringComparer.Ordinal);
    }

    private static Dictionary<Guid, Link> Linked(IEnumerable<Guid> finished, Func<Guid, IReadOnlyList<(Guid Material, double Strength)>> neighbours, double decay)
    {
        var links = new Dictionary<Guid, Link>();
        var weight = 1.0;
        foreach (var from in finished)
        {
            var near = neighbours(from);
            for (var place = 0; place < near.Count; place++)
            {
                var weighted = near[place].Strength * weight;
                ref var link = ref CollectionsMarshal.GetValueRefOrAddDefault(links, near[place].Material, out _);
                link = new Link(link.Strength + weighted, weighted > link.Best ? from : link.With, Math.Max(link.Best, weighted));
            }

            weight *= decay;
        }

        return links;
    }
}

/// <summary>How strongly what the person finished points to a material.</summary>
/// <param name="Strength">All of it together.</param>
/// <param name="With">What points most.</param>
/// <param name="Best">How strongly that does.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Link(double Strength, Guid With, double Best);
