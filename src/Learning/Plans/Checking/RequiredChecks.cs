namespace Learning.Plans.Checking;

/// <summary>Whether what is required is planned in time, or its absence is told.</summary>
internal static class RequiredChecks
{
    public static IEnumerable<string> ByDue(Evidence evidence)
    {
        foreach (var candidate in evidence.Problem.Candidates.Where(candidate => candidate.Required && !evidence.IsDone(candidate)))
        {
            var due = candidate.Due ?? evidence.LastDay;
            var item = evidence.ItemFor(candidate.Material);
            var told = evidence.Draft.Unmet.Where(entry => entry.Material == candidate.Material && entry.By == due).Select(entry => entry.Kind).ToArray();
            if (item is null && due <= evidence.LastDay && !told.Any(IsAbsence))
                yield return $"{candidate.Material} is required by {due:yyyy-MM-dd} and missing without a word.";
            if (item is not null && item.Date > due && !told.Contains(UnmetKinds.RequiredLate, StringComparer.Ordinal))
                yield return $"{candidate.Material} is required by {due:yyyy-MM-dd} and stands on {item.Date:yyyy-MM-dd} without a word.";
        }
    }

    public static bool IsAbsence(string kind) => kind is UnmetKinds.RequiredDoesNotFit or UnmetKinds.RequiredBanned or UnmetKinds.PrerequisiteUnavailable;
}
