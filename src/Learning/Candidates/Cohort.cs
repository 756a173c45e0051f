namespace Learning.Candidates;

/// <summary>People of one kind, and how many of them finished each material.</summary>
internal sealed class Cohort
{
    private readonly Dictionary<Guid, int> _counts = [];

    /// <summary>How many people.</summary>
    public int People { get; private set; }

    /// <summary>What somebody finished.</summary>
    public IReadOnlyCollection<Guid> Finished => _counts.Keys;

    /// <summary>Counts one more of them.</summary>
    public void Add(IReadOnlyCollection<Guid> finished)
    {
        People++;
        foreach (var material in finished)
        {
            _counts[material] = _counts.GetValueOrDefault(material) + 1;
        }
    }

    /// <summary>How many of them finished a material.</summary>
    public int Count(Guid material) => _counts.GetValueOrDefault(material);

    /// <summary>Which share of them did.</summary>
    public double Share(Guid material) => People == 0 ? 0 : (double)Count(material) / People;
}

/// <summary>What people of an age band and an occupation group finish, shrunk towards the whole.</summary>
public readonly struct CohortShares
{
    /// <summary>Pseudo-counts towards the whole when a cohort is small; 20 was best of those tried on rating data split by people.</summary>
    private const double Shrink = 20;

    private readonly Cohort _whole;
    private readonly Cohort? _age;
    private readonly Cohort? _occupation;
    private readonly Cohort? _crossing;

    internal CohortShares(Cohort whole, Cohort? age, Cohort? occupation, Cohort? crossing) =>
        (_whole, _age, _occupation, _crossing) = (whole, age, occupation, crossing);

    /// <summary>Share of such people who would finish a material; as <see cref="LearnerStatistics.CohortPopularity"/> says.</summary>
    public double Share(Guid material)
    {
        var whole = _whole.Share(material);
        return Shrunk(_crossing, material, Math.Clamp(Shrunk(_age, material, whole) + Shrunk(_occupation, material, whole) - whole, 0, 1));
    }

    private static double Shrunk(Cohort? cohort, Guid material, double towards) =>
        cohort is null ? towards : (cohort.Count(material) + (Shrink * towards)) / (cohort.People + Shrink);
}
