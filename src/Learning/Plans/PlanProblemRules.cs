namespace Learning.Plans;

/// <summary>What a problem must be like before anything plans on it. Says what is wrong with the first value that makes no sense.</summary>
public static class PlanProblemRules
{
    private const int MinutesPerDay = 24 * 60;

    /// <summary>Throws <see cref="BrokenRule"/> where the problem makes no sense.</summary>
    public static void Demand(PlanProblem problem)
    {
        if (problem.Weeks is < 1 or > 26)
            throw Broken("plan-weeks-out-of-range", $"A plan of {problem.Weeks} weeks was asked for.", "Ask for 1 to 26 weeks.");
        if (problem.From > DateOnly.MaxValue.AddDays(-400))
            throw Broken("plan-date-out-of-range", $"The plan would begin on {problem.From:yyyy-MM-dd}.", "Choose a day that calendars know.");
        if (problem.DailyCapMinutes is < 0)
            throw Broken("plan-cap-invalid", $"The daily cap is {problem.DailyCapMinutes} minutes.", "Give 0 or more minutes, or no cap.");
        DemandSlots(problem);
        DemandCandidates(problem);
        DemandHours(problem);
    }

    private static void DemandSlots(PlanProblem problem)
    {
        foreach (var slot in problem.Slots)
        {
            if (slot.Minutes < 1 || StartOf(slot) + slot.Minutes > MinutesPerDay || slot.Start.Ticks % TimeSpan.TicksPerMinute != 0)
                throw Broken("plan-slot-invalid", $"The slot on {slot.Date:yyyy-MM-dd} at {slot.Start:HH:mm:ss} has {slot.Minutes} minutes.", "Begin at a whole minute and end on the same day; split a slot that passes midnight in two.");
        }
    }

    private static void DemandCandidates(PlanProblem problem)
    {
        var known = new HashSet<Guid>();
        foreach (var candidate in problem.Candidates)
        {
            if (!known.Add(candidate.Material))
                throw Broken("plan-candidate-twice", $"Material {candidate.Material} is a candidate twice.", "Give each material once.");
            if (candidate.Minutes < 1 || candidate.CreditHours < 0 || !double.IsFinite(candidate.Utility) || candidate.Utility < 0)
                throw Broken("plan-candidate-invalid", $"Material {candidate.Material} has {candidate.Minutes} minutes, {candidate.CreditHours} hours and utility {candidate.Utility}.", "Give at least one minute, and hours and utility of 0 or more.");
        }
    }

    private static void DemandHours(PlanProblem problem)
    {
        foreach (var demand in problem.Hours)
        {
            if (demand.Hours < 0 || demand.Topics.Any(topic => topic.Hours < 0))
                throw Broken("plan-hours-invalid", $"Rule {demand.Rule} asks for a negative number of hours.", "Ask for 0 or more hours.");
        }
    }

    private static int StartOf(DatedSlot slot) => (slot.Start.Hour * 60) + slot.Start.Minute;

    private static BrokenRule Broken(string rule, string detail, string hint) => new(rule, detail, hint);
}
