namespace Learning.Plans.Solving;

/// <summary>A plan and how good it is proven to be.</summary>
/// <param name="Draft">The plan.</param>
/// <param name="Certificate">What is proven.</param>
public sealed record SolvedPlan(PlanDraft Draft, PlanCertificate Certificate);

/// <summary>How good a plan is proven to be. The aims are settled in order: each bound holds for plans that reach what is best, or what this plan reaches, in the aims before.</summary>
public sealed record PlanCertificate
{
    /// <summary>A gap below this counts as none, as solvers of integer programs have it.</summary>
    public const double Nothing = 0.0001;

    /// <summary>What required lessons lack (absent 1,000,000 each, late 1,000 and a day's number).</summary>
    public required long Lacking { get; init; }

    /// <summary>No plan lacks less.</summary>
    public required long LeastLacking { get; init; }

    /// <summary>Credit missing, in thousandths of an hour, over all demands and topic minimums.</summary>
    public required long Missing { get; init; }

    /// <summary>No plan that lacks as little misses less.</summary>
    public required long LeastMissing { get; init; }

    /// <summary>A plan that misses no more is as good as one that misses the least: the least and a fiftieth of what can be had, in whole steps of credit. 0 where all hours can be had.</summary>
    public required long ForgivenMissing { get; init; }

    /// <summary>Credit asked, in thousandths of an hour.</summary>
    public required long Asked { get; init; }

    /// <summary>What the plan is worth: utility in thousandths of the best candidate's, a hundredth less for each week of waiting; in hundredths.</summary>
    public required long Worth { get; init; }

    /// <summary>No plan that reaches as much in the aims before is worth more.</summary>
    public required long MostWorth { get; init; }

    /// <summary>Chance used.</summary>
    public required int Seed { get; init; }

    /// <summary>Work done by CP-SAT, in its own units.</summary>
    public required double Work { get; init; }

    /// <summary>The first aim that is not proven to be reached as far as can be: <c>required</c>, <c>hours</c> or <c>worth</c>.</summary>
    public string Aim => Lacking > LeastLacking ? "required" : Missing > ForgivenMissing ? "hours" : "worth";

    /// <summary>
    /// How far, at most, the plan is from the best, in hours and in worth, whichever is more: 0 to 1. The best plan brings at most this share more of the hours
    /// that can be had, and is worth at most this share more. 1 where it is not proven that what is required is done as far as can be.
    /// </summary>
    public double Gap => Aim == "required" ? 1 : Math.Max(HoursGap, MostWorth <= Worth ? 0 : (double)(MostWorth - Worth) / MostWorth);

    /// <summary>How much more of the hours that can be had a better plan could bring, at most: 0 to 1.</summary>
    public double HoursGap => (double)(Missing - LeastMissing) / Math.Max(1, Asked - LeastMissing);

    /// <summary><c>optimal</c>, or <c>within-bound</c>.</summary>
    public string Status => Gap <= Nothing ? "optimal" : "within-bound";

    /// <summary>Whether it is proven that not all that was asked can be done.</summary>
    public bool IsInfeasible => LeastLacking > 0 || LeastMissing > 0;
}
