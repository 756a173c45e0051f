using System.Runtime.InteropServices;

namespace Learning.Candidates;

/// <summary>What learners did, added up: how often a material was finished, by whom, and with what others. Only people who let themselves be learned from are in it.</summary>
public sealed class LearnerStatistics
{
    /// <summary>Pseudo-recalls towards the whole when a material was recalled few times.</summary>
    private const double RecallShrink = 10;

    private readonly Dictionary<string, Cohort> _byCohort = new(StringComparer.Ordinal);
    private readonly Cohort _whole = new();
    private readonly Dictionary<Guid, int> _lately = [];
    private readonly Dictionary<Guid, (int Passed, int Asked)> _recalls = [];
    private readonly Dictionary<Guid, List<(Guid Material, double Similarity)>> _neighbours;
    private readonly Dictionary<Guid, List<(Guid Material, double Share)>> _after;
    private readonly Dictionary<Guid, List<(Guid Material, double Weight)>> _explained;
    private readonly int _mostLately;
    private readonly double _recallsPassed;

    private LearnerStatistics(IReadOnlyCollection<Learner> learners)
    {
        foreach (var learner in learners)
        {
            _whole.Add(learner.Finished);
            foreach (var cohort in CohortsOf(learner.AgeBand, learner.OccupationGroup))
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(_byCohort, cohort, out _) ??= new Cohort()).Add(learner.Finished);
            }

            foreach (var material in learner.Lately)
            {
                _lately[material] = _lately.GetValueOrDefault(material) + 1;
            }

            foreach (var (material, passed) in learner.Recalls)
            {
                var known = _recalls.GetValueOrDefault(material);
                _recalls[material] = (known.Passed + (passed ? 1 : 0), known.Asked + 1);
            }
        }

        _neighbours = Neighbours.Together(learners);
        _after = Neighbours.After(learners);
        _explained = Explained.Of(learners);
        _mostLately = _lately.Values.DefaultIfEmpty(0).Max();
        _recallsPassed = (_recalls.Values.Sum(one => one.Passed) + 1.0) / (_recalls.Values.Sum(one => one.Asked) + 2.0);
    }

    /// <summary>What is known before anybody learned anything.</summary>
    public static LearnerStatistics Empty { get; } = new([]);

    /// <summary>How many people are in it.</summary>
    public int People => _whole.People;

    /// <summary>Adds up what people did.</summary>
    public static LearnerStatistics Of(IReadOnlyCollection<Learner> learners) => new(learners);

    /// <summary>Share of all people who finished a material.</summary>
    public double Popularity(Guid material) => _whole.Share(material);

    /// <summary>
    /// Share of people like this one who would finish a material: age band and occupation group are each shrunk towards the whole,
    /// added, and the crossing of both is shrunk towards that sum (empirical Bayes; Efron and Morris 1975). Crossing them naively
    /// knows less than either alone.
    /// </summary>
    /// <returns>0–1; without a known trait the popularity.</returns>
    public double CohortPopularity(string? ageBand, string? occupationGroup, Guid material) => CohortOf(ageBand, occupationGroup).Share(material);

    /// <summary>The same for many materials: the cohorts are looked up once.</summary>
    public CohortShares CohortOf(string? ageBand, string? occupationGroup) => new(
        _whole,
        ageBand is null ? null : _byCohort.GetValueOrDefault(AgeCohort(ageBand)),
        occupationGroup is null ? null : _byCohort.GetValueOrDefault(OccupationCohort(occupationGroup)),
        ageBand is null || occupationGroup is null ? null : _byCohort.GetValueOrDefault(Crossing(ageBand, occupationGroup)));

    /// <summary>Materials that the same people finished, closest first: cosine over people, shrunk where few met.</summary>
    public IReadOnlyList<(Guid Material, double Similarity)> LearnedWith(Guid material) =>
        _neighbours.TryGetValue(material, out var neighbours) ? neighbours : [];

    /// <summary>Materials that people finished next after this one, most often first: the share of those who went on, shrunk where few did.</summary>
    public IReadOnlyList<(Guid Material, double Share)> FinishedAfter(Guid material) =>
        _after.TryGetValue(material, out var next) ? next : [];

    /// <summary>Materials that a finished one speaks for when everything finished speaks at once, most first.</summary>
    public IReadOnlyList<(Guid Material, double Weight)> SpeaksFor(Guid material) =>
        _explained.TryGetValue(material, out var others) ? others : [];

    /// <summary>How many people finished a material in the last weeks, against the one most finished then; 0–1.</summary>
    public double LatelyPopular(Guid material) => _mostLately == 0 ? 0 : _lately.GetValueOrDefault(material) / (double)_mostLately;

    /// <summary>Share of a material's recalls that were passed, shrunk towards the share of all recalls.</summary>
    public double RecallsPassed(Guid material)
    {
        var known = _recalls.GetValueOrDefault(material);
        return (known.Passed + (RecallShrink * _recallsPassed)) / (known.Asked + RecallShrink);
    }

    /// <summary>Materials that somebody finished.</summary>
    public IReadOnlyCollection<Guid> Finished => _whole.Finished;

    private static string AgeCohort(string band) => "a:" + band;

    private static string OccupationCohort(string group) => "o:" + group;

    private static string Crossing(string band, string group) => $"x:{band}:{group}";

    private static IEnumerable<string> CohortsOf(string? band, string? group)
    {
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
}
