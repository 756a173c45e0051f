using System.Globalization;
using Learning.Candidates;
using Learning.Plans.Checking;
using Learning.Ranking;
using Learning.Rules;

namespace Learning.Plans;

/// <summary>
/// Proves an open plan once more against what the database holds now: the member may have changed hours, a material its length,
/// somebody may have been asked for more. Looks at what is still to come.
/// </summary>
public sealed class PlanRecheck(RequestReader reader, IRanker ranker, RulePacks rules)
{
    /// <summary>What must hold as long as a plan is open. Sums and "nothing more fits" held on the day it was made and may be outrun by what was learned since.</summary>
    private static readonly HashSet<string> Lasting = new(StringComparer.Ordinal)
    {
        "known-materials", "banned-absent", "no-lesson-twice", "as-in-catalogue", "within-horizon", "within-validity", "within-slots",
        "outside-forbidden-times", "no-overlap", "daily-cap", "prerequisites-earlier", "pins-respected", "required-by-due",
    };

    /// <summary>The checks that a plan no longer passes; empty when it still stands.</summary>
    /// <param name="plan">An open plan.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BrokenRule">The member is gone.</exception>
    public async Task<IReadOnlyList<PlanCheck>> FaultsAsync(StoredPlan plan, CancellationToken cancellationToken)
    {
        var asked = await reader.ReadAsync(plan.MemberId, language: null, query: null, cancellationToken);
        var from = plan.From > asked.Request.Today ? plan.From : asked.Request.Today;
        return from > plan.Until ? [] : [.. Proof(plan, asked, from).Checks.Where(check => !check.Passed && Lasting.Contains(check.Name))];
    }

    private PlanProof Proof(StoredPlan plan, MemberRequest asked, DateOnly from)
    {
        var open = plan.Items.Where(item => item.Date >= from && !IsDone(item.Material, asked)).ToList();
        var wishes = new PlanWishes([.. plan.Pins.Where(pin => !IsDone(pin.Material, asked))], plan.Bans)
        {
            // What a returned plan names is for the next one.
            Terms = plan.State == PlanState.Returned ? ReturnTerms.None : plan.Terms,
        };
        var hours = HoursAsked.Of(rules, asked.Member, asked.History, asked.Request.Catalogue, from);
        var weeks = (plan.Until.DayNumber - from.DayNumber + 7) / 7;
        var ranked = ranker.Rank(PlanDrafting.Plannable(asked), asked.Request);
        var problem = ProblemOfMember.Of(asked, ranked, hours, from, weeks, plan.Until, wishes, PlanMapping.Previous(open), recalls: false);

        // Who is behind has a plan that stands: what was planned for days gone by counts as having come first.
        var gone = plan.Items.Where(item => item.Date < from).Select(item => item.Material);
        problem = problem with { Done = problem.Done.Concat(gone).ToHashSet() };
        return PlanChecker.Check(problem, Draft(open, plan.Unmet, problem));
    }

    private static bool IsDone(Guid material, MemberRequest asked) =>
        asked.History.Done.ContainsKey(material)
        || (asked.Request.Catalogue.ById.TryGetValue(material, out var entry) && asked.History.LessonsDone.Contains(entry.Lesson));

    /// <summary>The plan as the checker reads it. Reasons are those of today: that they have changed makes no plan wrong.</summary>
    private static PlanDraft Draft(List<StoredPlanItem> open, List<StoredUnmet> unmet, PlanProblem problem)
    {
        var reasons = problem.Candidates.ToDictionary(candidate => candidate.Material, candidate => candidate.Reasons);
        var stored = PlanMapping.Previous(open)!;
        return stored with
        {
            Items = [.. stored.Items.Select(item => item with { Reasons = reasons.GetValueOrDefault(item.Material) ?? [] })],
            Unmet = [.. unmet.Select(missing => new PlanUnmet { Kind = missing.Kind, Material = missing.Material, By = Day(missing.Values.GetValueOrDefault("by")) })],
        };
    }

    private static DateOnly? Day(string? written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
