using Learning.Plans;
using Learning.Plans.Checking;
using Learning.Plans.Solving;

namespace Learning.Evaluation.Planning;

/// <summary>Judges the planner: generated problems, solved one after the other on one core, checked, and measured.</summary>
public sealed class PlanEvaluation(TimeProvider time)
{
    /// <summary>Solves and reports.</summary>
    /// <param name="wish">What to solve.</param>
    /// <param name="progress">Told how many are done.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public PlanReport Run(PlanEvaluationWish wish, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var families = PlanInstances.Families.Where(family => wish.Family is null || family == wish.Family).ToArray();
        if (families.Length == 0) throw PlanInstances.Unknown(wish.Family);

        // What is compiled on first use is not the planner's work.
        foreach (var family in families) _ = PlanSolver.Solve(PlanInstances.Of(family, 0, wish.Items, wish.Weeks, wish.Seed + 1));
        var cases = new List<PlanCase>();
        for (var person = 0; person < wish.People; person++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            cases.Add(Solve(families[person % families.Length], person / families.Length, wish));
            progress.Report(person + 1);
        }

        var all = Sum(cases);
        return new PlanReport
        {
            Instances = all.Instances,
            Optimal = all.Optimal,
            Within1Percent = all.Within1Percent,
            Within2Percent = all.Within2Percent,
            MedianGap = all.MedianGap,
            LargestGap = cases.Select(one => Math.Round(one.Gap, 6)).DefaultIfEmpty(0).Max(),
            MedianSeconds = all.MedianSeconds,
            P95Seconds = all.P95Seconds,
            MedianCpuSeconds = all.MedianCpuSeconds,
            P95CpuSeconds = all.P95CpuSeconds,
            Checked = all.Checked,
            Families = [.. families.Select(family => Sum([.. cases.Where(one => one.Family == family)], family)).Where(family => family.Instances > 0)],
        };
    }

    private PlanCase Solve(string family, int number, PlanEvaluationWish wish)
    {
        var problem = PlanInstances.Of(family, number, wish.Items, wish.Weeks, wish.Seed);
        var (start, worked) = (time.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var solved = PlanSolver.Solve(problem);
        var (seconds, cpu) = (time.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - worked).TotalSeconds);
        var proved = PlanChecker.Check(problem, solved.Draft).Status == PlanProofStatus.Proved;
        return new PlanCase(family, solved.Certificate.Gap, seconds, cpu, proved, solved.Certificate.IsInfeasible, wish.Compare ? Rivals.Of(problem, solved.Certificate, time) : []);
    }

    private static PlanFamilyReport Sum(List<PlanCase> cases, string family = "all") => new()
    {
        Family = family,
        Instances = cases.Count,
        Optimal = Share(cases, one => one.Gap <= PlanCertificate.Nothing),
        Within1Percent = Share(cases, one => one.Gap <= 0.01),
        Within2Percent = Share(cases, one => one.Gap <= 0.02),
        Infeasible = Share(cases, one => one.Infeasible),
        MedianGap = At(cases.Select(one => one.Gap), 0.5),
        MedianSeconds = At(cases.Select(one => one.Seconds), 0.5),
        P95Seconds = At(cases.Select(one => one.Seconds), 0.95),
        MedianCpuSeconds = At(cases.Select(one => one.CpuSeconds), 0.5),
        P95CpuSeconds = At(cases.Select(one => one.CpuSeconds), 0.95),
        Checked = Share(cases, one => one.Proved),
        Rivals = cases.Exists(one => one.Rivals.Count > 0)
            ? [.. cases.SelectMany(one => one.Rivals).GroupBy(rival => rival.Name).Select(same => new PlanRival(same.Key, At(same.Select(one => one.Gap), 0.5), At(same.Select(one => one.Seconds), 0.5), Math.Round(same.Count(one => one.Behind) / (double)same.Count(), 4)))]
            : null,
    };

    private static double Share(List<PlanCase> cases, Func<PlanCase, bool> holds) => cases.Count == 0 ? 0 : Math.Round(cases.Count(holds) / (double)cases.Count, 4);

    private static double At(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : Math.Round(sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))], 6);
    }

    private sealed record PlanCase(string Family, double Gap, double Seconds, double CpuSeconds, bool Proved, bool Infeasible, IReadOnlyList<RivalCase> Rivals);
}

/// <summary>What to solve.</summary>
/// <param name="People">How many problems, spread over the families.</param>
/// <param name="Items">Candidates in each.</param>
/// <param name="Weeks">Weeks in each, 1–26.</param>
/// <param name="Seed">Chance.</param>
/// <param name="Family">One family only; null: all.</param>
/// <param name="Compare">Whether the constructive planner and the naive model solve them too.</param>
public sealed record PlanEvaluationWish(int People, int Items, int Weeks, int Seed, string? Family, bool Compare);
