namespace Learning.Plans.Conflicts;

/// <summary>
/// Finds rules that cannot all hold and of which none can be spared (a minimal unsatisfiable subset, by deletion: take a rule away; where what is left is still
/// proven impossible, leave it away). A function of the problem.
/// </summary>
public static class SmallestConflict
{
    /// <summary>The rules that keep something from being planned; null where nothing is proven, or nothing needs a proof.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="unmet">What its plan says it could not do.</param>
    public static PlanConflict? Of(PlanProblem problem, PlanUnmet unmet)
    {
        var asked = NamedRules.Asked(problem).ToList();
        if (asked.Find(rule => Means(rule, unmet)) is not { } goal)
        {
            return null;
        }

        List<ConflictRule> others = [.. asked.Where(rule => rule != goal)], inTheWay = [.. NamedRules.InTheWay(problem, goal)];
        if (Holds(problem, [goal, .. inTheWay]) == false)
        {
            return Shrink(problem, goal, inTheWay);
        }

        return others.Count > 0 && Holds(problem, [goal, .. others, .. inTheWay]) == false ? Shrink(problem, goal, [.. others, .. inTheWay]) : null;
    }

    private static PlanConflict? Shrink(PlanProblem problem, ConflictRule goal, List<ConflictRule> rules)
    {
        foreach (var rule in rules.ToList())
        {
            List<ConflictRule> without = [.. rules.Where(other => other != rule)];
            if (Holds(problem, [goal, .. without]) == false)
            {
                rules = without;
            }
        }

        // Looked at once more, each without one. Where only what else is asked clashes, this is no reason for what was not reached.
        List<ConflictRule> set = [goal, .. rules.OrderByDescending(IsAsked)];
        var spare = set.ConvertAll(rule => Holds(problem, [.. set.Where(other => other != rule)]));
        return spare[0] == false ? null : new PlanConflict(set, spare.TrueForAll(possible => possible == true));
    }

    private static bool? Holds(PlanProblem problem, IReadOnlyCollection<ConflictRule> rules) => Feasibility.Of(NamedRules.Only(problem, rules));

    private static bool IsAsked(ConflictRule rule) => rule.Kind is ConflictKinds.Required or ConflictKinds.Hours or ConflictKinds.TopicHours;

    private static bool Means(ConflictRule rule, PlanUnmet unmet) => unmet.Kind switch
    {
        UnmetKinds.HoursMissing => rule.Kind == ConflictKinds.Hours && rule.Rule == unmet.Rule && rule.By == unmet.By,
        UnmetKinds.TopicHoursMissing => rule.Kind == ConflictKinds.TopicHours && rule.Rule == unmet.Rule && rule.By == unmet.By && rule.Topic == unmet.Topic,
        UnmetKinds.RequiredDoesNotFit or UnmetKinds.RequiredLate or UnmetKinds.RequiredBanned or UnmetKinds.PrerequisiteUnavailable => rule.Kind == ConflictKinds.Required && rule.Material == unmet.Material,
        _ => false,
    };
}
