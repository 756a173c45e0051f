using Learning.Candidates;
using Learning.Data;
using Learning.Materials;
using Learning.Members;
using Learning.Plans.Changes;
using Learning.Plans.Checking;
using Learning.Plans.Solving;
using Learning.Ranking;
using Learning.Rules;
using Microsoft.Extensions.Options;

namespace Learning.Plans;

/// <summary>Makes plans for members: reads, ranks, plans and proves. What the checker refuses never leaves this class.</summary>
public sealed class PlanDrafting(LearningDbContext db, RequestReader reader, IRanker ranker, RulePacks rules, TimeProvider time, IdSource ids, IOptions<RecallOptions> recall)
{
    /// <summary>Most weeks a plan covers.</summary>
    public const int MostWeeks = 26;

    /// <summary>Weeks a plan covers where nothing is said.</summary>
    public const int UsualWeeks = 4;

    private const int FurthestDaysAhead = 366;

    /// <summary>Makes a plan that is not stored yet.</summary>
    /// <param name="memberId">Whose.</param>
    /// <param name="from">First day; null: tomorrow where the member lives.</param>
    /// <param name="weeks">Weeks, 1–26.</param>
    /// <param name="wishes">Pins and bans.</param>
    /// <param name="effort">How much work the solver may do: little where a person waits.</param>
    /// <param name="followed">The plan the member follows: what need not move stays where it is. Null where there is none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BrokenRule">No such member, a day in the past or too far ahead, too many weeks, or a wish for a material that may not be planned.</exception>
    public async Task<StoredPlan> DraftAsync(Guid memberId, DateOnly? from, int weeks, PlanWishes wishes, SolverEffort effort, StoredPlan? followed, CancellationToken cancellationToken)
    {
        var asked = await reader.ReadAsync(memberId, language: null, query: null, cancellationToken);
        var first = from ?? asked.Request.Today.AddDays(1);
        Demand(first, weeks, asked.Request.Today);
        var now = time.GetUtcNow();
        var plan = new StoredPlan
        {
            Id = ids.Next(now),
            MemberId = memberId,
            From = first,
            Weeks = weeks,
            Until = first.AddDays((7 * weeks) - 1),
            CreatedAt = now,
            ChangedAt = now,
            Model = ranker.Id,
        };
        Fill(plan, asked, first, wishes, followed is null ? null : (followed.Items, followed.Until), effort);
        return plan;
    }

    /// <summary>Plans what is left of a plan again: days gone by stay as they were, and what need not move stays.</summary>
    /// <param name="plan">The plan, tracked by the database context; it is changed and not saved.</param>
    /// <param name="wishes">Pins and bans that hold from now on.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BrokenRule">The plan is over, or a wish is for a material that may not be planned.</exception>
    public async Task RedraftAsync(StoredPlan plan, PlanWishes wishes, CancellationToken cancellationToken)
    {
        var asked = await reader.ReadAsync(plan.MemberId, language: null, query: null, cancellationToken);
        var from = plan.From > asked.Request.Today ? plan.From : asked.Request.Today;
        if (from > plan.Until)
        {
            throw new BrokenRule("plan-over", $"The plan ended on {Sentence.Day(plan.Until, "en")}.", "Make a new plan.", BrokenRuleKind.Conflict);
        }

        plan.Model = ranker.Id;
        plan.ChangedAt = time.GetUtcNow();
        plan.Version++;
        Fill(plan, asked, from, wishes, (plan.Items, plan.Until), SolverEffort.Brisk);
        db.Entry(plan).Property(changed => changed.Items).IsModified = true;
    }

    /// <summary>Refuses days and weeks that nothing plans.</summary>
    internal static void Demand(DateOnly from, int weeks, DateOnly today)
    {
        if (from < today || from > today.AddDays(FurthestDaysAhead))
        {
            throw new BrokenRule(
                "plan-start-invalid",
                $"A plan can't begin on {Sentence.Day(from, "en")}: today is {Sentence.Day(today, "en")}.",
                $"Choose a day between today and {Sentence.Day(today.AddDays(FurthestDaysAhead), "en")}.");
        }

        if (weeks is < 1 or > MostWeeks)
        {
            throw new BrokenRule("plan-weeks-invalid", $"A plan can't cover {weeks} weeks.", $"Choose 1 to {MostWeeks} weeks.");
        }
    }

    private void Fill(StoredPlan plan, MemberRequest asked, DateOnly from, PlanWishes wishes, (IReadOnlyList<StoredPlanItem> Items, DateOnly Until)? before, SolverEffort effort)
    {
        var hours = HoursAsked.Of(rules, asked.Member, asked.History, asked.Request.Catalogue, from);
        var ranked = ranker.Rank(Plannable(asked), asked.Request);
        DemandKnown(wishes, asked.Request.Catalogue, ranked);
        var weeks = (plan.Until.DayNumber - from.DayNumber + 7) / 7;
        var previous = before?.Items.Where(item => item.Date >= from && item.Date <= plan.Until).ToList();
        var problem = ProblemOfMember.Of(asked, ranked, hours, from, weeks, plan.Until, wishes, PlanMapping.Previous(previous), recall.Value.On);
        var solved = PlanSolver.Solve(problem, effort);
        var draft = solved.Draft;
        var proof = PlanChecker.Check(problem, draft);
        if (proof.Status != PlanProofStatus.Proved)
        {
            var failed = string.Join("; ", proof.Checks.Where(check => !check.Passed).Select(check => $"{check.Name}: {check.Detail}"));
            throw new BrokenRule("plan-not-proven", $"The plan that was made did not pass its checks ({failed}).", "Nothing was changed. Try fewer weeks or other pins, and report this.", BrokenRuleKind.Conflict);
        }

        var past = plan.Items.Where(item => item.Date < from).ToList();
        plan.Items = [.. past, .. draft.Items.Select(PlanMapping.Item)];
        plan.Hours = [.. hours.Select(line => PlanMapping.Hours(line, draft))];
        plan.Unmet = PlanMapping.Unmet(problem, draft.Unmet);
        plan.Proof = PlanMapping.Proof(solved, proof);
        plan.Personalised = asked.Request.Person is not null;
        plan.Pins = [.. wishes.Pins];
        plan.Bans = [.. wishes.Bans];
        plan.Terms = wishes.Terms;
        plan.Changes = before is null ? StoredChanges.None : PlanChanges.Of([.. before.Value.Items.Where(item => item.Date <= plan.Until)], problem, draft, asked, wishes.Terms);
        List<StoredPlanItem> now = [.. plan.Items.Where(item => item.Date >= from && item.Date <= (before?.Until ?? plan.Until))];
        plan.Changed = previous is not { Count: > 0 } ? 0 : PlanDoubts.ShareChanged(now, previous);
        plan.Judge(PlanDoubts.Of(plan, asked, ranked, previous is not { Count: > 0 } ? null : (now, previous)));
    }

    /// <summary>What may be planned: all that may be shown now or once its prerequisites are done, and every duty.</summary>
    internal static List<CatalogueEntry> Plannable(MemberRequest asked)
    {
        var request = asked.Request with { PrerequisitesMayFollow = true };
        return
        [
            .. request.Catalogue.ById.Values
                .Where(material => Funnel.WhyNot(material, request) is null && !asked.History.LessonsDone.Contains(material.Lesson)),
            .. asked.Duties.Select(duty => duty.Material).Distinct()
                .Select(id => request.Catalogue.ById.GetValueOrDefault(id)).OfType<CatalogueEntry>()
                .Where(material => Funnel.WhyNot(material, request) is { Rule: "audience-occupation" or "audience-age" or "dismissed" }
                    && !asked.History.LessonsDone.Contains(material.Lesson)),
        ];
    }

    private static void DemandKnown(PlanWishes wishes, CatalogueSnapshot catalogue, IReadOnlyList<RankingTrace> ranked)
    {
        if (wishes.Bans.FirstOrDefault(ban => !catalogue.ById.ContainsKey(ban)) is var unknown && unknown != Guid.Empty)
        {
            throw new BrokenRule("material-unknown", $"There is no material {unknown}.", "Use an id from GET /materials.");
        }

        var known = ranked.Select(trace => trace.Material.Id).ToHashSet();
        if (wishes.Pins.FirstOrDefault(pin => !known.Contains(pin.Material)) is { } stray)
        {
            throw new BrokenRule(
                "pin-not-plannable",
                $"The material {stray.Material} can't be planned for this member.",
                "Ask why-not for the reason, and pin another.");
        }
    }
}
