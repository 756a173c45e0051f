using Learning.Members;

namespace Learning.Candidates;

/// <summary>What learners did, added up: how often a material was finished, by whom, and with what others. Only people who let themselves be learned from are in it.</summary>
public sealed class LearnerStatistics
{
    private const int NeighboursKept = 60;
    private const int MaterialsPerPersonUsed = 200;

    /// <summary>Pseudo-counts towards the whole when a cohort is small; 20 was best of those tried on rating data split by people.</summary>
    private const double CohortShrink = 20;

    /// <summary>Pseudo-counts towards nothing when two materials met few times.</summary>
    private const double TogetherShrink = 20;

    private readonly Dictionary<string, Dictionary<Guid, int>> _byCohort = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _peopleOf = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, List<(Guid Material, double Similarity)>> _neighbours;

    private LearnerStatistics(IReadOnlyCollection<Learner> learners)
    {
        foreach (var learner in learners)
        {
            foreach (var cohort in CohortsOf(learner.AgeBand, learner.OccupationGroup))
            {
                Add(cohort, learner.Finished);
            }
        }

        _neighbours = NeighboursOf(learners);
    }

    /// <summary>What is known before anybody learned anything.</summary>
    public static LearnerStatistics Empty { get; } = new([]);

    /// <summary>How many people are in it.</summary>
    public int People => _peopleOf.GetValueOrDefault(Whole);

    private static string Whole => "*";

    /// <summary>Adds up what people did.</summary>
    public static LearnerStatistics Of(IReadOnlyCollection<Learner> learners) => new(learners);

    /// <summary>Share of all people who finished a material.</summary>
    public double Popularity(Guid material) => Share(Whole, material);

    /// <summary>
    /// Share of people like this one who would finish a material: age band and occupation group are each shrunk towards the whole,
    /// added, and the crossing of both is shrunk towards that sum (empirical Bayes; Efron and Morris 1975). Crossing them naively
    /// knows less than either alone.
    /// </summary>
    /// <returns>0–1; without a known trait the popularity.</returns>
    public double CohortPopularity(string? ageBand, string? occupationGroup, Guid material)
    {
        var whole = Popularity(material);
        var byAge = ageBand is null ? whole : Shrunk(AgeCohort(ageBand), material, whole);
        var byOccupation = occupationGroup is null ? whole : Shrunk(OccupationCohort(occupationGroup), material, whole);
        var sum = Math.Clamp(byAge + byOccupation - whole, 0, 1);
        return ageBand is null || occupationGroup is null ? sum : Shrunk(Crossing(ageBand, occupationGroup), material, sum);
    }

    /// <summary>Materials that the same people finished, closest first: cosine over people, shrunk where few met.</summary>
    public IReadOnlyList<(Guid Material, double Similarity)> LearnedWith(Guid material) =>
        _neighbours.TryGetValue(material, out var neighbours) ? neighbours : [];

    /// <summary>Materials that somebody finished.</summary>
    public IEnumerable<Guid> Finished => _byCohort.TryGetValue(Whole, out var counts) ? counts.Keys : [];

    private static string AgeCohort(string band) => "a:" + band;

    private static string OccupationCohort(string group) => "o:" + group;

    private static string Crossing(string band, string group) => $"x:{band}:{group}";

    private static IEnumerable<string> CohortsOf(string? band, string? group)
    {
        yield return Whole;
        if (band is not null)
        {
            yield return AgeCohort(band);
        }

        if (group is not null)
        {
            yield return OccupationCohort(group);
        }

        if (band is not null && group is not null)
        {
            yield return Crossing(band, group);
        }
    }

    private static Dictionary<Guid, List<(Guid, double)>> NeighboursOf(IReadOnlyCollection<Learner> learners)
    {
        var met = new Dictionary<(Guid, Guid), int>();
        var count = new Dictionary<Guid, int>();
        foreach (var learner in learners)
        {
            var finished = learner.Finished.Take(MaterialsPerPersonUsed).ToArray();
            for (var i = 0; i < finished.Length; i++)
            {
                count[finished[i]] = count.GetValueOrDefault(finished[i]) + 1;
                for (var j = i + 1; j < finished.Length; j++)
                {
                    var pair = finished[i].CompareTo(finished[j]) < 0 ? (finished[i], finished[j]) : (finished[j], finished[i]);
                    met[pair] = met.GetValueOrDefault(pair) + 1;
                }
            }
        }

        return met
            .SelectMany(pair => new[] { (From: pair.Key.Item1, To: pair.Key.Item2, pair.Value), (From: pair.Key.Item2, To: pair.Key.Item1, pair.Value) })
            .GroupBy(link => link.From)
            .ToDictionary(
                links => links.Key,
                links => links
                    .Select(link => (link.To, link.Value / (Math.Sqrt((double)count[link.From] * count[link.To]) + TogetherShrink)))
                    .OrderByDescending(link => link.Item2).ThenBy(link => link.To)
                    .Take(NeighboursKept).ToList());
    }

    private void Add(string cohort, IReadOnlyCollection<Guid> finished)
    {
        _peopleOf[cohort] = _peopleOf.GetValueOrDefault(cohort) + 1;
        if (!_byCohort.TryGetValue(cohort, out var counts))
        {
            _byCohort[cohort] = counts = [];
        }

        foreach (var material in finished)
        {
            counts[material] = counts.GetValueOrDefault(material) + 1;
        }
    }

    private double Share(string cohort, Guid material) =>
        _peopleOf.TryGetValue(cohort, out var people) ? (double)_byCohort[cohort].GetValueOrDefault(material) / people : 0;

    private double Shrunk(string cohort, Guid material, double towards)
    {
        var people = _peopleOf.GetValueOrDefault(cohort);
        return people == 0 ? towards : (_byCohort[cohort].GetValueOrDefault(material) + (CohortShrink * towards)) / (people + CohortShrink);
    }
}

/// <summary>What one person contributes to the statistics.</summary>
/// <param name="AgeBand">Age band; null when unknown.</param>
/// <param name="OccupationGroup">Occupation group; null when unknown.</param>
/// <param name="Finished">Materials finished, latest first.</param>
public sealed record Learner(string? AgeBand, string? OccupationGroup, IReadOnlyCollection<Guid> Finished)
{
    /// <summary>The learner in a member's traits.</summary>
    public static Learner Of(int? birthYear, string? occupationCode, int year, IReadOnlyCollection<Guid> finished) =>
        new(AgeBandOf(birthYear, year), Occupation.GroupOf(occupationCode), finished);

    private static string? AgeBandOf(int? birthYear, int year) => birthYear is { } born ? Members.AgeBand.Of(year - born)?.Id : null;
}
