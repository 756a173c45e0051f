using Learning.Reviews.Batch;

namespace Learning.Cli.Telling;

/// <summary>The planning of many as the API writes it, and as lines for people.</summary>
internal sealed record PlanRunTold(
    Guid Id, string Organisation, PlanRunStatus? Status, DateOnly From, int Weeks, DateTimeOffset At, string? Model, int Attempts, int Members, int Waiting, int Planned, int Kept, int Failed, int NotPlanned,
    int Gone, int Items, decimal Hours, int WithUnmet, int Within1Percent, int Within2Percent, IReadOnlyList<PlanRunFault> Faults, double Seconds)
{
    public static PlanRunTold Of(PlanRunReport report, TimeSpan took) => new(
        report.Run.Id, report.Run.Organisation, report.Run.Status, report.Run.From, report.Run.Weeks, report.Run.At, report.Run.Model, report.Run.Attempts, report.Run.Members, report.Waiting, report.Planned,
        report.Kept, report.Failed, report.NotPlanned, report.Gone, report.Items, report.Hours, report.WithUnmet, report.Within1Percent, report.Within2Percent, report.Faults, Math.Round(took.TotalSeconds, 1));

    public IEnumerable<string> Lines(Words words) =>
    [
        words.Of("plan.run", ("id", Id), ("from", From.ToString("yyyy-MM-dd")), ("weeks", Weeks), ("members", Members), ("seconds", Seconds)),
        words.Of("plan.run.counts", ("planned", Planned), ("kept", Kept), ("failed", Failed), ("notPlanned", NotPlanned + Waiting), ("gone", Gone)),
        words.Of("plan.run.plans", ("items", Items), ("hours", Hours), ("unmet", WithUnmet), ("one", Within1Percent), ("two", Within2Percent)),
        .. Faults.Select(fault => $"! {fault.Member} {fault.Rule}: {(words.Language == "zh" ? words.Find(fault.Rule + ".detail", ("member", fault.Member)) : null) ?? fault.Detail}"),
    ];
}
