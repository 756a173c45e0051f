using System.Text.Json.Serialization;

namespace Learning.Evaluation.Planning;

/// <summary>How well plans were solved on generated problems. Shares are fractions, 0 to 1.</summary>
public sealed record PlanReport
{
    /// <summary>Problems solved.</summary>
    public required int Instances { get; init; }

    /// <summary>Share proven optimal: a gap of at most 0.01 %.</summary>
    public required double Optimal { get; init; }

    /// <summary>Share proven within 1 % of the best for all candidates.</summary>
    [JsonPropertyName("within1percent")]
    public required double Within1Percent { get; init; }

    /// <summary>Share proven within 2 %.</summary>
    [JsonPropertyName("within2percent")]
    public required double Within2Percent { get; init; }

    /// <summary>Median of the gaps.</summary>
    public required double MedianGap { get; init; }

    /// <summary>The largest gap.</summary>
    public required double LargestGap { get; init; }

    /// <summary>Median of the seconds one problem takes, once the program is warm.</summary>
    public required double MedianSeconds { get; init; }

    /// <summary>95 of 100 take no longer.</summary>
    public required double P95Seconds { get; init; }

    /// <summary>Median of the seconds of processor time, all threads together: what it takes where nothing else runs beside it.</summary>
    public required double MedianCpuSeconds { get; init; }

    /// <summary>95 of 100 take no more processor time.</summary>
    public required double P95CpuSeconds { get; init; }

    /// <summary>Share of the plans that the checker proved.</summary>
    public required double Checked { get; init; }

    /// <summary>The same for each family.</summary>
    public required IReadOnlyList<PlanFamilyReport> Families { get; init; }

    /// <summary>What a gap means here.</summary>
    public string Gap { get; } = "Of hours that can be had and of worth, whichever is more, relative to proven bounds over all candidates; 1 where it is not proven that what is required is done as far as can be.";
}

/// <summary>How well plans of one family were solved.</summary>
public sealed record PlanFamilyReport
{
    /// <summary>Name of the family.</summary>
    public required string Family { get; init; }

    /// <summary>Problems solved.</summary>
    public required int Instances { get; init; }

    /// <summary>Share proven optimal.</summary>
    public required double Optimal { get; init; }

    /// <summary>Share proven within 1 %.</summary>
    [JsonPropertyName("within1percent")]
    public required double Within1Percent { get; init; }

    /// <summary>Share proven within 2 %.</summary>
    [JsonPropertyName("within2percent")]
    public required double Within2Percent { get; init; }

    /// <summary>Share for which it is proven that not all that is asked can be done.</summary>
    public required double Infeasible { get; init; }

    /// <summary>Median of the gaps.</summary>
    public required double MedianGap { get; init; }

    /// <summary>Median of the seconds.</summary>
    public required double MedianSeconds { get; init; }

    /// <summary>95 of 100 take no longer.</summary>
    public required double P95Seconds { get; init; }

    /// <summary>Median of the seconds of processor time, all threads together: what it takes where nothing else runs beside it.</summary>
    public required double MedianCpuSeconds { get; init; }

    /// <summary>95 of 100 take no more processor time.</summary>
    public required double P95CpuSeconds { get; init; }

    /// <summary>Share that the checker proved.</summary>
    public required double Checked { get; init; }

    /// <summary>The constructive planner and the naive model on the same problems, against the same bound; only where a comparison was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PlanRival>? Rivals { get; init; }
}

/// <summary>Another way to plan, against the solver's bound.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MedianGap">Median of its gaps; 1 where it reaches less in an aim above worth.</param>
/// <param name="MedianSeconds">Median of its seconds.</param>
/// <param name="Behind">Share in which it reaches less than the solver in what is required or in hours.</param>
public sealed record PlanRival(string Name, double MedianGap, double MedianSeconds, double Behind);
