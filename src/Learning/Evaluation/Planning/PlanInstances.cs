using Learning.Plans;
using Learning.Plans.Constructing;

namespace Learning.Evaluation.Planning;

/// <summary>
/// Makes problems to judge planners by, from a seed: invented people, invented catalogues. Six families, each hard in its own way.
/// The same seed gives the same problems.
/// </summary>
public static class PlanInstances
{
    /// <summary>Names of the families.</summary>
    public static IReadOnlyList<string> Families { get; } = ["tight", "loose", "prerequisites", "shifts", "re-plan", "infeasible"];

    /// <summary>First day of every plan: a Monday.</summary>
    public static DateOnly Monday { get; } = new(2026, 3, 2);

    /// <summary>One problem.</summary>
    /// <param name="family">One of <see cref="Families"/>.</param>
    /// <param name="number">Its number within the family.</param>
    /// <param name="items">How many candidates.</param>
    /// <param name="weeks">How many weeks.</param>
    /// <param name="seed">Chance.</param>
    public static PlanProblem Of(string family, int number, int items, int weeks, int seed)
    {
        var random = new Random(HashCode(family, number, seed));
        return family switch
        {
            "tight" => Tight(random, items, weeks),
            "loose" => Loose(random, items, weeks),
            "prerequisites" => Chained(random, items, weeks),
            "shifts" => Shifts(random, items, weeks),
            "re-plan" => Missed(random, items, weeks),
            "infeasible" => Infeasible(random, number, items, weeks),
            _ => throw Unknown(family),
        };
    }

    /// <summary>What is said when there is no such family.</summary>
    internal static BrokenRule Unknown(string? family) =>
        new("plan-family-unknown", $"There is no family '{family}'.", $"Choose one of {string.Join(", ", Families)}.");

    /// <summary>A mix that does not change between runs and machines.</summary>
    private static int HashCode(string family, int number, int seed) =>
        unchecked((((family.Aggregate(17, (hash, letter) => (hash * 31) + letter) * 397) + number) * 7919) + seed) & int.MaxValue;

    /// <summary>Few short evenings, and hours that take most of them.</summary>
    private static PlanProblem Tight(Random random, int items, int weeks) => new InstanceMaker(random, items, weeks)
        .Evenings(perWeek: random.Next(3, 6), shortest: 30, longest: 45).Candidates(chained: 0.12).Required(3).HoursOfTime(0.75).Make();

    /// <summary>So much time that most of it fits: when, is the question.</summary>
    private static PlanProblem Loose(Random random, int items, int weeks) => new InstanceMaker(random, items, weeks)
        .Evenings(perWeek: 7, shortest: 60, longest: 90).Cap(90).Candidates(chained: 0.12).Required(6).HoursOfTime(0.3).Make();

    /// <summary>Courses: most lessons come after others.</summary>
    private static PlanProblem Chained(Random random, int items, int weeks) => new InstanceMaker(random, items, weeks)
        .Evenings(perWeek: random.Next(4, 7), shortest: 30, longest: 60).Candidates(chained: 0.65).Required(4).HoursOfTime(0.5).Make();

    /// <summary>Early, late and night shifts in turn: other times every week, some only for the ears, sleep that nothing may touch.</summary>
    private static PlanProblem Shifts(Random random, int items, int weeks) => new InstanceMaker(random, items, weeks)
        .Shifts().Cap(60).Candidates(chained: 0.12).Required(4).HoursOfTime(0.5).Make();

    /// <summary>A plan was made, a week went by unused: what was missed joins the rest again.</summary>
    private static PlanProblem Missed(Random random, int items, int weeks)
    {
        var before = new InstanceMaker(random, items, Math.Min(26, weeks + 2)).Evenings(perWeek: random.Next(4, 7), shortest: 30, longest: 60)
            .Candidates(chained: 0.12).Required(4).HoursOfTime(0.5).Make();
        var plan = ConstructivePlanner.Plan(before);
        var now = before.From.AddDays(14);
        var learned = plan.Items.Where(item => item.Date < before.From.AddDays(7)).Select(item => item.Material).ToHashSet();
        return before with
        {
            From = now,
            Weeks = before.Weeks - 2 < 1 ? 1 : before.Weeks - 2,
            Slots = [.. before.Slots.Where(slot => slot.Date >= now)],
            Done = learned,
            Previous = plan with { Items = [.. plan.Items.Where(item => item.Date >= now)] },
        };
    }

    /// <summary>Something that cannot be: too many hours, a lesson longer than any slot, dates that fall together, or a prerequisite nobody offers.</summary>
    private static PlanProblem Infeasible(Random random, int number, int items, int weeks)
    {
        var maker = new InstanceMaker(random, items, weeks).Evenings(perWeek: random.Next(3, 6), shortest: 30, longest: 45).Candidates(chained: 0.12);
        return (number % 4) switch
        {
            0 => maker.Required(3).HoursOfTime(1.6).Make(),
            1 => maker.Required(3).TooLong().HoursOfTime(0.5).Make(),
            2 => maker.Required(3).AllAtOnce(14).HoursOfTime(0.5).Make(),
            _ => maker.Required(3).WithoutPrerequisite().HoursOfTime(1.4).Make(),
        };
    }
}
