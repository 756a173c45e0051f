using Learning.Materials;
using Learning.Members;
using Learning.Plans;
using Learning.Plans.Checking;
using Learning.Plans.Constructing;

namespace Learning.Tests.Plans;

/// <summary>Says a planning problem in few words, so that tests read like stories.</summary>
internal sealed class PlanStory
{
    private readonly List<PlanCandidate> candidates = [];

    public static DateOnly Monday => PlanGen.Monday;

    public int Weeks { get; init; } = 2;

    public List<Slot> Slots { get; init; } = [];

    public List<SlotException> Exceptions { get; init; } = [];

    public List<QuietTime> Quiet { get; init; } = [];

    public List<HoursDemand> Hours { get; init; } = [];

    public int? DailyCap { get; init; }

    public static IEnumerable<Slot> Every(TimeOnly start, int minutes, params Mode[] modes) =>
        Enum.GetValues<DayOfWeek>().Select(day => new Slot(day, start, minutes, [.. modes]));

    public Guid Lesson(int minutes, Mode mode = Mode.Read, decimal hours = 0, double utility = 1, bool required = false, DateOnly? due = null, params Guid[] after)
    {
        var id = PlanGen.Id(candidates.Count + 1);
        candidates.Add(new PlanCandidate
        {
            Material = id, Lesson = id, Utility = utility, Minutes = minutes, Mode = mode, CreditHours = hours, Required = required, Due = due, Prerequisites = after,
        });
        return id;
    }

    public PlanProblem Problem => new()
    {
        From = Monday,
        Weeks = Weeks,
        Slots = SlotCalendar.Expand(Monday, Weeks, Slots, Exceptions),
        Forbidden = SlotCalendar.Forbid(Quiet),
        Candidates = candidates,
        Hours = Hours,
        DailyCapMinutes = DailyCap,
    };

    public PlanDraft Plan() => Plan(Problem);

    public static PlanDraft Plan(PlanProblem problem)
    {
        var draft = ConstructivePlanner.Plan(problem);
        var proof = PlanChecker.Check(problem, draft);
        Assert.True(proof.Status == PlanProofStatus.Proved, string.Join('\n', proof.Checks.Where(check => !check.Passed)));
        return draft;
    }
}
