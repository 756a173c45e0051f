using Learning.Reviews.Batch;
using Learning.Server.Errors;

namespace Learning.Server.Reviews;

/// <summary>The planning of many members: how far it is and what came of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">What became of it; null while it waits or runs.</param>
/// <param name="From">First day of the plans.</param>
/// <param name="Weeks">Weeks they cover.</param>
/// <param name="Again">Whether members who have an open plan get a new one as well.</param>
/// <param name="Renewal">Whether plans are renewed where life has changed or they end, instead of made for everybody.</param>
/// <param name="At">The moment it was asked for; ids and dates of the plans follow from it.</param>
/// <param name="By">Who asked.</param>
/// <param name="StartedAt">When it was begun last; null while it waits.</param>
/// <param name="EndedAt">When it ended; null while it waits or runs.</param>
/// <param name="Members">How many members it is for.</param>
/// <param name="Looked">How many of them need no further look.</param>
public sealed record PlanRunView(
    Guid Id, PlanRunStatus? Status, DateOnly From, int Weeks, bool Again, bool Renewal, DateTimeOffset At, string By, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, int Members, int Looked)
{
    internal static PlanRunView Of(PlanRun run, int looked) =>
        new(run.Id, run.Status, run.From, run.Weeks, run.Again, run.Renewal, run.At, run.ByName, run.StartedAt, run.EndedAt, run.Members, looked);
}

/// <summary>The planning of many members, with its report.</summary>
/// <param name="Run">How far it is.</param>
/// <param name="Planned">Members who have a new plan, in review, or whose open plan was made again.</param>
/// <param name="Kept">Members whose open plan stays.</param>
/// <param name="Failed">Members for whom a rule refused.</param>
/// <param name="NotPlanned">Members not looked at because it was stopped.</param>
/// <param name="Gone">Members who were erased since.</param>
/// <param name="Items">Lessons planned.</param>
/// <param name="Hours">Credit hours planned.</param>
/// <param name="WithUnmet">Plans in which something asked found no place.</param>
/// <param name="Within1Percent">Plans proven to be within one per cent of the best.</param>
/// <param name="Within2Percent">Plans proven to be within two per cent of the best.</param>
/// <param name="Faults">Who failed and why, the first hundred.</param>
public sealed record PlanRunAnswer(
    PlanRunView Run, int Planned, int Kept, int Failed, int NotPlanned, int Gone, int Items, decimal Hours, int WithUnmet, int Within1Percent, int Within2Percent, IReadOnlyList<PlanRunFaultView> Faults)
{
    internal static PlanRunAnswer Of(PlanRunReport report, string language) => new(
        PlanRunView.Of(report.Run, report.Looked), report.Planned, report.Kept, report.Failed, report.NotPlanned, report.Gone, report.Items, report.Hours, report.WithUnmet,
        report.Within1Percent, report.Within2Percent, [.. report.Faults.Select(fault => new PlanRunFaultView(fault.Member, fault.Rule, ProblemTexts.Detail(fault.Rule, language, fault.Detail) ?? fault.Detail))]);
}

/// <summary>A member for whom no plan could be made.</summary>
/// <param name="Member">The member.</param>
/// <param name="Rule">Name of the rule that refused.</param>
/// <param name="Detail">What it said, in the caller's language.</param>
public sealed record PlanRunFaultView(Guid Member, string Rule, string Detail);
