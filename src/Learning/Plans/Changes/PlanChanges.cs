using Learning.Candidates;
using Learning.Materials;
using Learning.Plans.Checking;

namespace Learning.Plans.Changes;

/// <summary>Says what became of each lesson when a plan was made again, and why. A function of the plan before, the plan after and the problem between them.</summary>
public sealed class PlanChanges
{
    private readonly PlanProblem _problem;
    private readonly MemberRequest _asked;
    private readonly ReturnTerms _terms;
    private readonly Dictionary<Guid, PlanCandidate> _candidates;
    private readonly Evidence _evidence;

    private PlanChanges(PlanProblem problem, PlanDraft draft, MemberRequest asked, ReturnTerms terms)
    {
        (_problem, _asked, _terms) = (problem, asked, terms);
        _candidates = problem.Candidates.ToDictionary(candidate => candidate.Material);
        _evidence = new Evidence(problem, draft);
    }

    /// <summary>Compares.</summary>
    /// <param name="before">The items of the plan before: those still to come, and those whose day went by.</param>
    /// <param name="problem">What the new plan answers.</param>
    /// <param name="draft">The new plan.</param>
    /// <param name="asked">The member.</param>
    /// <param name="terms">What a coordinator asked for when giving a plan back.</param>
    internal static StoredChanges Of(IReadOnlyList<StoredPlanItem> before, PlanProblem problem, PlanDraft draft, MemberRequest asked, ReturnTerms terms)
    {
        var changes = new PlanChanges(problem, draft, asked, terms);
        var old = before.Where(item => !item.Recall && (item.Date >= problem.From || !changes.IsDone(item.Material))).GroupBy(item => item.Material).ToDictionary(same => same.Key, same => same.Last());
        List<PlanItem> lessons = [.. draft.Items.Where(item => !item.Recall)];
        var now = lessons.ToDictionary(item => item.Material);
        var gone = old.Values.Where(item => !now.ContainsKey(item.Material)).Select(changes.Gone).ToList();
        var moved = old.Values.Where(item => now.TryGetValue(item.Material, out var there) && Place(there) != Place(item)).Select(item => changes.Moved(item, now[item.Material])).ToList();
        var withdrawn = gone.Where(change => change.Because == ChangeCauses.Withdrawn).Select(change => change.Material).ToList();
        var come = lessons.Where(item => !old.ContainsKey(item.Material)).Select(item => changes.New(item, withdrawn)).ToList();
        return new StoredChanges(
            old.Count - gone.Count - moved.Count,
            [.. gone.Concat(moved).Concat(come).OrderBy(change => (change.New ?? change.Old)!.Date).ThenBy(change => (change.New ?? change.Old)!.Start).ThenBy(change => change.Material)]);
    }

    private StoredChange Gone(StoredPlanItem item)
    {
        var entry = _asked.Request.Catalogue.ById.GetValueOrDefault(item.Material);
        var because = entry is null or { IsWithdrawn: true } ? ChangeCauses.Withdrawn
            : IsDone(item.Material) ? ChangeCauses.Done
            : _terms.Bans.Contains(item.Material) ? ChangeCauses.Returned
            : _problem.Bans.Contains(item.Material) ? ChangeCauses.Banned
            : !_candidates.TryGetValue(item.Material, out var candidate) || candidate.ValidUntil < _problem.From || candidate.ValidFrom > _problem.Until ? ChangeCauses.NotOffered
            : item.Date < _problem.From ? ChangeCauses.Missed
            : IsOpen(item) ? ChangeCauses.Others : ChangeCauses.NotFree;
        return new StoredChange(ChangeKinds.Gone, because, item.Material, Place(item), null);
    }

    private StoredChange Moved(StoredPlanItem item, PlanItem there)
    {
        var candidate = _candidates[item.Material];
        var because = item.Date < _problem.From ? ChangeCauses.Missed
            : IsPinned(there) ? ChangeCauses.Pinned
            : item.Date < candidate.ValidFrom || item.Date > candidate.ValidUntil ? ChangeCauses.NotOffered
            : IsOpen(item) ? ChangeCauses.Others : ChangeCauses.NotFree;
        return new StoredChange(ChangeKinds.Moved, because, item.Material, Place(item), Place(there));
    }

    private StoredChange New(PlanItem item, List<Guid> withdrawn)
    {
        var instead = withdrawn.Find(one => Resembles(one, item.Material));
        var because = IsPinned(item) ? ChangeCauses.Pinned
            : instead != Guid.Empty ? ChangeCauses.Replaces
            : _candidates[item.Material].Required ? ChangeCauses.Required : ChangeCauses.Room;
        return new StoredChange(ChangeKinds.New, because, item.Material, null, Place(item), because == ChangeCauses.Replaces ? instead : null);
    }

    /// <summary>The same lesson in another wrapper, or one on the same topic.</summary>
    private bool Resembles(Guid one, Guid other) =>
        _asked.Request.Catalogue.ById.TryGetValue(one, out var old) && _asked.Request.Catalogue.ById.TryGetValue(other, out var now)
        && (old.Lesson == now.Lesson || old.Topics.Intersect(now.Topics, StringComparer.Ordinal).Any());

    private bool IsDone(Guid material) =>
        _asked.History.Done.ContainsKey(material) || (_asked.Request.Catalogue.ById.TryGetValue(material, out var entry) && _asked.History.LessonsDone.Contains(entry.Lesson));

    private bool IsPinned(PlanItem item) => _problem.Pins.Any(pin => pin.Material == item.Material && pin.Date == item.Date);

    /// <summary>Whether it could still be studied where it stood, were there nothing else.</summary>
    private bool IsOpen(StoredPlanItem item)
    {
        var minutes = _evidence.OpenMinutes(item.Date, _candidates[item.Material].Mode);
        var first = (int)item.Start.ToTimeSpan().TotalMinutes;
        return first + item.Minutes <= minutes.Length && minutes.AsSpan(first, item.Minutes).IndexOf(false) < 0 && item.Minutes <= (_problem.DailyCapMinutes ?? int.MaxValue);
    }

    private static ChangePlace Place(StoredPlanItem item) => new(item.Date, item.Start);

    private static ChangePlace Place(PlanItem item) => new(item.Date, item.Start);
}
