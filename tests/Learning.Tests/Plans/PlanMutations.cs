using Learning.Materials;
using Learning.Plans;

namespace Learning.Tests.Plans;

/// <summary>Ways to break a plan that is right. Each names the check that must notice.</summary>
internal static class PlanMutations
{
    public delegate (PlanProblem Problem, PlanDraft Draft)? Mutation(PlanProblem problem, PlanDraft draft, PlanItem item);

    public static IReadOnlyList<(string Name, string Check, Mutation Break)> All { get; } =
    [
        ("a material nobody offered", "known-materials", (p, d, i) => (p, Swap(d, i, i with { Material = PlanGen.Id(9999) }))),
        ("a banned material", "banned-absent", (p, d, i) => (p with { Bans = new HashSet<Guid>(p.Bans) { i.Material } }, d)),
        ("a lesson done already", "done-absent", (p, d, i) => (p with { Done = new HashSet<Guid>(p.Done) { Of(p, i).Lesson } }, d)),
        ("a recall of what was never learned", "recalls-of-the-learned", (p, d, i) => (Change(p, i, c => c with { Recall = true }), Swap(d, i, i with { Recall = true }))),
        ("a lesson told to be a recall", "as-in-catalogue", (p, d, i) => (p, Swap(d, i, i with { Recall = true }))),
        ("the same material twice", "no-lesson-twice", (p, d, i) => (p, d with { Items = [.. d.Items, i with { Date = i.Date.AddDays(1) }] })),
        ("a near-duplicate of a planned lesson", "no-lesson-twice", Twin),
        ("a minute less", "as-in-catalogue", (p, d, i) => (p, Swap(d, i, i with { Minutes = i.Minutes - 1 }))),
        ("another mode", "as-in-catalogue", (p, d, i) => (p, Swap(d, i, i with { Mode = (Mode)(((int)i.Mode + 1) % 4) }))),
        ("more credit than the catalogue gives", "as-in-catalogue", (p, d, i) => (p, Swap(d, i, i with { CreditHours = i.CreditHours + 0.1m }))),
        ("other reasons", "as-in-catalogue", (p, d, i) => (p, Swap(d, i, i with { Reasons = [] }))),
        ("the day before the plan", "within-horizon", (p, d, i) => (p, Swap(d, i, i with { Date = p.From.AddDays(-1) }))),
        ("the day after the plan", "within-horizon", (p, d, i) => (p, Swap(d, i, i with { Date = p.Until.AddDays(1) }))),
        ("a day on which it is no longer offered", "within-validity", (p, d, i) => (Change(p, i, c => c with { ValidUntil = i.Date.AddDays(-1) }), d)),
        ("a day on which it is not yet offered", "within-validity", (p, d, i) => (Change(p, i, c => c with { ValidFrom = i.Date.AddDays(1) }), d)),
        ("three in the morning", "within-slots", (p, d, i) => (p, Swap(d, i, i with { Start = new TimeOnly(3, 0) }))),
        ("a slot for another mode", "within-slots", (p, d, i) => (p with { Slots = [.. p.Slots.Select(s => s with { Modes = [i.Mode == Mode.Read ? Mode.Listen : Mode.Read] })] }, d)),
        ("a peak hour", "outside-forbidden-times", (p, d, i) => (p with { Forbidden = [new ForbiddenTime(null, i.Date, i.Start, i.Start.AddMinutes(1))] }, d)),
        ("the last minute of a night's rest", "outside-forbidden-times", (p, d, i) => (p with { Forbidden = [new ForbiddenTime(i.Date.AddDays(-1).DayOfWeek, null, i.Start.Add(TimeSpan.FromMinutes(1)), i.Start.AddMinutes(1))] }, d)),
        ("two lessons at once", "no-overlap", (p, d, i) => d.Items.FirstOrDefault(o => o.Material != i.Material) is { } o ? (p, Swap(d, o, o with { Date = i.Date, Start = i.Start })) : null),
        ("more than the daily cap", "daily-cap", (p, d, i) => (p with { DailyCapMinutes = d.Items.Where(o => o.Date == i.Date).Sum(o => o.Minutes) - 1 }, d)),
        ("a prerequisite that comes later", "prerequisites-earlier", (p, d, i) => d.Items[0] != i ? (Change(p, d.Items[0], c => c with { Prerequisites = [i.Material] }), d) : null),
        ("a prerequisite that is missing", "prerequisites-earlier", (p, d, i) => (Change(p, i, c => c with { Prerequisites = [PlanGen.Id(9999)] }), d)),
        ("a pinned lesson on another day", "pins-respected", (p, d, i) => (p with { Pins = [new PlanPin(i.Material, i.Date.AddDays(1), null)] }, d)),
        ("a pinned lesson at another hour", "pins-respected", (p, d, i) => (p with { Pins = [new PlanPin(i.Material, i.Date, i.Start.AddMinutes(1))] }, d)),
        ("a required lesson dropped in silence", "required-by-due", (p, d, i) => (Change(p, i, c => c with { Required = true, Due = p.Until }), d with { Items = [.. d.Items.Where(o => o != i)] })),
        ("a required lesson late in silence", "required-by-due", (p, d, i) => d.Unmet.Any(u => u.Material == i.Material) ? null : (Change(p, i, c => c with { Required = true, Due = i.Date.AddDays(-1) }), d)),
        ("a required lesson dropped with an excuse", "nothing-more-fits", Excuse),
        ("hours that were not planned", "hours-add-up", (p, d, i) => (p with { Hours = [.. p.Hours, new HoursDemand("x", 1, p.Until, [])] }, d with { Hours = [.. d.Hours, new PlanHours("x", p.Until, 1, d.Counts.CreditHours + 1, [])] })),
        ("missing hours in silence", "unmet-honest", (p, d, i) => (p with { Hours = [.. p.Hours, new HoursDemand("x", 99, p.Until, [])] }, d)),
        ("less missing than there is", "unmet-honest", (p, d, i) => (p with { Hours = [new HoursDemand("x", 99, p.Until, [])] }, d with { Unmet = [new PlanUnmet { Kind = UnmetKinds.HoursMissing, Rule = "x", By = p.Until, Hours = 1 }] })),
        ("an invented excuse", "unmet-honest", (p, d, i) => (p, d with { Unmet = [.. d.Unmet, new PlanUnmet { Kind = UnmetKinds.RequiredDoesNotFit, Material = i.Material, By = p.Until }] })),
        ("no slots where there are some", "unmet-honest", (p, d, i) => (p, d with { Unmet = [.. d.Unmet, new PlanUnmet { Kind = UnmetKinds.NoSlots }] })),
        ("a kind of excuse nobody knows", "unmet-honest", (p, d, i) => (p, d with { Unmet = [.. d.Unmet, new PlanUnmet { Kind = "too-tired" }] })),
        ("a wrong count", "counts-and-status", (p, d, i) => (p, d with { Counts = d.Counts with { Minutes = d.Counts.Minutes + 1 } })),
        ("a better status than it has", "counts-and-status", (p, d, i) => (p, d with { Status = d.Status == PlanStatus.Complete ? PlanStatus.Short : PlanStatus.Complete })),
        ("items out of order", "counts-and-status", (p, d, i) => d.Items.Count > 1 ? (p, d with { Items = [.. d.Items.Reverse()] }) : null),
    ];

    private static PlanCandidate Of(PlanProblem problem, PlanItem item) => problem.Candidates.First(candidate => candidate.Material == item.Material);

    private static PlanDraft Swap(PlanDraft draft, PlanItem old, PlanItem changed) =>
        draft with { Items = [.. draft.Items.Select(item => item == old ? changed : item)] };

    private static PlanProblem Change(PlanProblem problem, PlanItem item, Func<PlanCandidate, PlanCandidate> change) =>
        problem with { Candidates = [.. problem.Candidates.Select(candidate => candidate.Material == item.Material ? change(candidate) : candidate)] };

    private static (PlanProblem, PlanDraft)? Twin(PlanProblem problem, PlanDraft draft, PlanItem item)
    {
        var twin = PlanGen.Id(8888);
        return (problem with { Candidates = [.. problem.Candidates, Of(problem, item) with { Material = twin }] },
            draft with { Items = [.. draft.Items, item with { Material = twin, Date = item.Date.AddDays(1) }] });
    }

    private static (PlanProblem, PlanDraft)? Excuse(PlanProblem problem, PlanDraft draft, PlanItem item)
    {
        if (problem.Candidates.Any(candidate => candidate.Prerequisites.Contains(item.Material))) return null;
        return (Change(problem, item, candidate => candidate with { Required = true, Due = problem.Until }), draft with
        {
            Items = [.. draft.Items.Where(other => other != item)],
            Unmet = [.. draft.Unmet, new PlanUnmet { Kind = UnmetKinds.RequiredDoesNotFit, Material = item.Material, By = problem.Until }],
        });
    }
}
