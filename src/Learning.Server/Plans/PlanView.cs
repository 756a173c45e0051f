using Learning.Plans;
using Learning.Plans.Changes;
using Learning.Plans.Conflicts;
using Learning.Reviews;
using Learning.Server.Ranking;

namespace Learning.Server.Plans;

/// <summary>A plan.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Member">Whose.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Version">Its version, also the entity tag.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="Weeks">Weeks it covers.</param>
/// <param name="Model">Id of the model that ranked the candidates.</param>
/// <param name="Personalised">Whether traits and history were used.</param>
/// <param name="Items">What is planned when; days and times in the member's zone.</param>
/// <param name="Hours">Hours asked and planned; null where no rule asks for hours.</param>
/// <param name="HoursByRule">The same for every rule.</param>
/// <param name="Proof">What the checker found.</param>
/// <param name="Unmet">What could not be planned, and what would mend it.</param>
/// <param name="Causes">What there is to look at twice, gravest first.</param>
/// <param name="Terms">What it obeys, or the next one must obey, because a coordinator gave a plan back.</param>
/// <param name="History">What was done with it, first first.</param>
/// <param name="Changes">What became of the lessons of the plan before, and why.</param>
/// <param name="Reminder">Whether to remind the member, and of what; only in the member's own plan.</param>
public sealed record PlanView(
    Guid Id, Guid Member, PlanState State, int Version, DateOnly From, DateOnly Until, int Weeks, string Model, bool Personalised,
    IReadOnlyList<PlanItemView> Items, PlanHoursView? Hours, IReadOnlyList<PlanHoursView> HoursByRule, ProofView Proof, IReadOnlyList<UnmetView> Unmet, IReadOnlyList<CauseView> Causes, TermsView Terms,
    IReadOnlyList<ReviewActView> History, ChangesView Changes, ReminderView? Reminder = null);

/// <summary>A planned lesson.</summary>
/// <param name="Date">Day.</param>
/// <param name="Start">Start, local time.</param>
/// <param name="Minutes">Length.</param>
/// <param name="Material">The material.</param>
/// <param name="Title">Its title.</param>
/// <param name="Mode">How it is studied.</param>
/// <param name="Hours">Credit hours it brings.</param>
/// <param name="Reasons">Why it is in the plan.</param>
/// <param name="Recall">Whether it calls to mind what was learned: short, and without credit.</param>
public sealed record PlanItemView(DateOnly Date, TimeOnly Start, int Minutes, Guid Material, string Title, Mode Mode, decimal Hours, IReadOnlyList<ReasonView> Reasons, bool Recall);

/// <summary>Hours a rule asks for and what there is of them.</summary>
/// <param name="Target">Hours asked in the period.</param>
/// <param name="Planned">Hours this plan brings by then.</param>
/// <param name="Earned">Hours earned in the period before.</param>
/// <param name="By">Last day of the period.</param>
/// <param name="Exempt">Whether the member is exempt, so that it is no requirement.</param>
/// <param name="Rule">The rule and where it stands.</param>
public sealed record PlanHoursView(decimal Target, decimal Planned, decimal Earned, DateOnly By, bool Exempt, RuleView Rule);

/// <summary>A rule and where it stands.</summary>
/// <param name="Id">Id of the rule pack.</param>
/// <param name="Title">Its title.</param>
/// <param name="Document">The document.</param>
/// <param name="Article">The article.</param>
/// <param name="Quote">Its words.</param>
/// <param name="Address">Where to read it; empty when it is not public.</param>
public sealed record RuleView(string Id, string Title, string Document, string Article, string Quote, string Address);

/// <summary>What the checker found.</summary>
/// <param name="Status">How good the plan is proven to be.</param>
/// <param name="Bound">Proven bound on its value, where there is one.</param>
/// <param name="Checks">Each check.</param>
/// <param name="Aim">The first aim that is not proven to be reached as far as can be: required, hours or worth; null where nothing is proven.</param>
/// <param name="Sentences">What is proven, in words.</param>
public sealed record ProofView(string Status, double? Bound, IReadOnlyList<CheckView> Checks, string? Aim, IReadOnlyList<string> Sentences)
{
    internal static ProofView Of(StoredProof proof, string language) =>
        new(proof.Status, proof.Bound, [.. proof.Checks.Select(check => new CheckView(check.Name, check.Passed, check.Detail))], proof.Aim, ProofTexts.Of(proof, language));
}

/// <summary>How a plan differs from the one before it.</summary>
/// <param name="Kept">Lessons that stand where they stood.</param>
/// <param name="Items">What moved, came or went, in order of time.</param>
public sealed record ChangesView(int Kept, IReadOnlyList<ChangeView> Items)
{
    internal static ChangesView Of(StoredChanges changes, Func<Guid, string?> titleOf, string language) => new(
        changes.Kept,
        [.. changes.Items.Select(change => new ChangeView(change.Kind, change.Because, change.In(titleOf, language), change.Material, change.InsteadOf, change.Old?.Date, change.Old?.Start, change.New?.Date, change.New?.Start))]);
}

/// <summary>A lesson that moved, came or went.</summary>
/// <param name="Kind">moved, new or gone.</param>
/// <param name="Because">Why: missed, withdrawn, replaces, done, banned, returned, pinned, required, not-free, not-offered, others or room.</param>
/// <param name="Text">In words.</param>
/// <param name="Material">The material.</param>
/// <param name="InsteadOf">The withdrawn material whose place it takes.</param>
/// <param name="OldDate">Day on which it stood.</param>
/// <param name="OldStart">Its start then.</param>
/// <param name="Date">Day on which it stands.</param>
/// <param name="Start">Its start now.</param>
public sealed record ChangeView(string Kind, string Because, string Text, Guid Material, Guid? InsteadOf, DateOnly? OldDate, TimeOnly? OldStart, DateOnly? Date, TimeOnly? Start);

/// <summary>Whether to remind the member, and of what.</summary>
/// <param name="Quiet">Whether nothing is to be sent: nothing comes next, or the last three were ignored and the member has not come by since.</param>
/// <param name="Ignored">Days of study that went by without a sign of the member since the last one.</param>
/// <param name="Text">What to send; null when quiet.</param>
/// <param name="Material">What comes next.</param>
public sealed record ReminderView(bool Quiet, int Ignored, string? Text, Guid? Material);

/// <summary>One check.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Passed">Whether it holds.</param>
/// <param name="Detail">What it looked at or found.</param>
public sealed record CheckView(string Name, bool Passed, string Detail);

/// <summary>What could not be planned.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Text">In words, with what would mend it.</param>
/// <param name="Material">The material, where one is meant.</param>
/// <param name="Conflict">The rules that keep it from being planned, where that is proven.</param>
public sealed record UnmetView(string Kind, string Text, Guid? Material, ConflictView? Conflict);

/// <summary>Rules that are proven not to hold all together.</summary>
/// <param name="Text">In one sentence.</param>
/// <param name="Minimal">Whether giving up any one of them is proven to do.</param>
/// <param name="Rules">The rules: what is asked first, then what stands in the way.</param>
public sealed record ConflictView(string Text, bool Minimal, IReadOnlyList<ConflictRuleView> Rules)
{
    internal static ConflictView? Of(StoredConflict? conflict, Func<Guid, string?> titleOf, Func<string, string, string> ruleOf, string language) => conflict is null ? null : new(
        conflict.In(titleOf, ruleOf, language), conflict.Minimal, [.. conflict.Rules.Select(rule => new ConflictRuleView(rule.Kind, rule.In(titleOf, ruleOf, language), rule.Material))]);
}

/// <summary>A rule of a conflict.</summary>
/// <param name="Kind">Kind: required, hours, topic-hours, slots, forbidden, daily-cap, validity, prerequisites, bans, pins, due-dates or materials.</param>
/// <param name="Text">In words.</param>
/// <param name="Material">The material, where one is meant.</param>
public sealed record ConflictRuleView(string Kind, string Text, Guid? Material);

/// <summary>A cause to look twice.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Text">In words.</param>
/// <param name="Weight">How grave it is.</param>
public sealed record CauseView(string Kind, string Text, double Weight)
{
    internal static IReadOnlyList<CauseView> Of(StoredPlan plan, string language) => [.. plan.Causes.Select(cause => new CauseView(cause.Kind, cause.In(language), Math.Round(cause.Weight, 2)))];
}

/// <summary>What a plan obeys because a coordinator gave one back.</summary>
/// <param name="Unsuitable">Materials ruled out.</param>
/// <param name="NotFree">Times of the week in which nothing is planned.</param>
/// <param name="DailyCapMinutes">Most minutes of a day; null: as the member said.</param>
public sealed record TermsView(IReadOnlyList<Guid> Unsuitable, IReadOnlyList<TermTimeView> NotFree, int? DailyCapMinutes)
{
    internal static TermsView Of(ReturnTerms terms) => new(terms.Bans, [.. terms.NotFree.Select(time => new TermTimeView(time.Day, time.From, time.To))], terms.DailyCapMinutes);
}

/// <summary>A time of the week.</summary>
/// <param name="Day">Day.</param>
/// <param name="From">Start.</param>
/// <param name="To">End; equal ends mean the whole day.</param>
public sealed record TermTimeView(DayOfWeek Day, TimeOnly From, TimeOnly To);

/// <summary>What somebody did with a plan.</summary>
/// <param name="Act">What.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="Version">Version of the plan after it.</param>
public sealed record ReviewActView(string Act, string By, DateTimeOffset At, string Reason, int Version)
{
    internal static ReviewActView Of(ReviewAct act) => new(act.Act, act.ByName, act.At, act.Reason, act.Version);
}
