using Learning.Plans;
using Learning.Plans.Constructing;
using Learning.Plans.Solving;

namespace Learning.Evaluation.Planning;

/// <summary>Other ways to plan, on the same problem and against the same bound.</summary>
internal static class Rivals
{
    public static IReadOnlyList<RivalCase> Of(PlanProblem problem, PlanCertificate certificate, TimeProvider time)
    {
        var puzzle = new Puzzle(problem);
        var start = time.GetTimestamp();
        var constructed = Measure.Of(ConstructivePlanner.Schedule(puzzle));
        var constructing = time.GetElapsedTime(start).TotalSeconds;
        start = time.GetTimestamp();
        var naive = NaiveModel.Solve(puzzle);
        return [Case("constructive", constructed, constructing, certificate), Case("naive item x slot", naive, time.GetElapsedTime(start).TotalSeconds, certificate)];
    }

    private static RivalCase Case(string name, Measure? reached, double seconds, PlanCertificate certificate)
    {
        var behind = reached is not { } measure || measure.Lacking > certificate.Lacking || (measure.Lacking == certificate.Lacking && measure.Missing > Math.Max(certificate.Missing, certificate.ForgivenMissing));
        var gap = behind ? 1 : Math.Max(0, (certificate.MostWorth - reached!.Value.Worth) / (double)Math.Max(1, certificate.MostWorth));
        return new RivalCase(name, gap, seconds, behind);
    }
}

/// <summary>What another way to plan reached on one problem.</summary>
internal sealed record RivalCase(string Name, double Gap, double Seconds, bool Behind);
