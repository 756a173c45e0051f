namespace Learning.Plans.Checking;

/// <summary>What each item is.</summary>
internal static class ItemChecks
{
    public static IEnumerable<string> Known(Evidence evidence) => evidence.Draft.Items
        .Where(item => !evidence.Candidates.ContainsKey(item.Material))
        .Select(item => $"{item.Material} is no candidate.");

    public static IEnumerable<string> Banned(Evidence evidence) => evidence.Draft.Items
        .Where(item => evidence.Problem.Bans.Contains(item.Material))
        .Select(item => $"{item.Material} is banned.");

    public static IEnumerable<string> Done(Evidence evidence) => evidence.Known
        .Where(pair => evidence.IsDone(pair.Candidate))
        .Select(pair => $"{pair.Item.Material} or its lesson is done already.");

    /// <summary>Only what was learned is called to mind, and hours count once.</summary>
    public static IEnumerable<string> Recalls(Evidence evidence) => evidence.Draft.Items
        .Where(item => item.Recall && (item.CreditHours != 0 || !evidence.Problem.Done.Contains(item.Material)))
        .Select(item => $"{item.Material} is called to mind, but was not learned or brings credit.");

    public static IEnumerable<string> Twice(Evidence evidence) => evidence.Known
        .GroupBy(pair => pair.Candidate.Lesson).Where(items => items.Count() > 1)
        .Select(items => $"Lesson {items.Key} is planned {items.Count()} times.");

    public static IEnumerable<string> AsInCatalogue(Evidence evidence)
    {
        foreach (var (item, candidate) in evidence.Known)
        {
            if (item.Minutes != candidate.Minutes) yield return $"{item.Material} has {item.Minutes} minutes instead of {candidate.Minutes}.";
            if (item.Recall != candidate.Recall) yield return $"{item.Material} is {(item.Recall ? "" : "not ")}told to be a recall.";
            if (item.Mode != candidate.Mode) yield return $"{item.Material} is {item.Mode} instead of {candidate.Mode}.";
            if (item.CreditHours != candidate.CreditHours) yield return $"{item.Material} has {item.CreditHours} hours instead of {candidate.CreditHours}.";
            if (!item.Reasons.Select(reason => (reason.Kind, reason.Weight)).SequenceEqual(candidate.Reasons.Select(reason => (reason.Kind, reason.Weight)))) yield return $"{item.Material} has other reasons than its candidate.";
        }
    }
}
