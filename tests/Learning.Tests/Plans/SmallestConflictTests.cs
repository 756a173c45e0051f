using CsCheck;
using Learning.Members;
using Learning.Plans;
using Learning.Plans.Checking;
using Learning.Plans.Conflicts;
using Learning.Plans.Solving;
using Learning.Rules;

namespace Learning.Tests.Plans;

/// <summary>Why something can't be planned: rules that clash, none of which can be spared.</summary>
public sealed class SmallestConflictTests
{
    private static DateOnly LastDay => PlanStory.Monday.AddDays(13);

    [Fact]
    public void Too_many_hours_for_the_evenings_clash_with_the_evenings_alone()
    {
        var story = new PlanStory
        {
            Slots = [new Slot(DayOfWeek.Tuesday, new TimeOnly(20, 0), 60, [])], DailyCap = 90, Hours = [new HoursDemand("party", 12, LastDay, [])],
            Quiet = [new QuietTime(null, new TimeOnly(11, 0), new TimeOnly(13, 0), "peak")],
        };
        for (var number = 0; number < 30; number++) story.Lesson(30, hours: 0.6m);

        var conflict = Conflict(story.Problem, UnmetKinds.HoursMissing);

        Assert.Equal([ConflictKinds.Hours, ConflictKinds.Slots], conflict.Rules.Select(rule => rule.Kind));
        Assert.True(conflict.Minimal);
        var stored = StoredConflict.Of(conflict)!;
        Assert.Equal("以下各条不能同时成立：在2026年3月15日前为“党员教育”再完成 12 学时；可用于学习的时段。放宽其中任何一条即可。", stored.In(_ => null, Title, "zh"));
        Assert.Contains("12 more credit hours by 15 Mar 2026 for “Party education”; the times that are free for study", stored.In(_ => null, Title, "en"), StringComparison.Ordinal);
        Assert.Contains("for “party”;", stored.In(_ => null, new RulePacks([]).TitleOf, "en"), StringComparison.Ordinal);

        static string Title(string id, string language) => (id, language) switch { ("party", "zh") => "党员教育", ("party", _) => "Party education", _ => id };
    }

    [Fact]
    public void More_hours_than_all_lessons_bring_clash_with_the_lessons()
    {
        var story = new PlanStory { Slots = [.. PlanStory.Every(new TimeOnly(8, 0), 480)], Hours = [new HoursDemand("party", 5, LastDay, [])] };
        for (var number = 0; number < 3; number++) story.Lesson(30, hours: 0.6m);

        Assert.Equal([ConflictKinds.Hours, ConflictKinds.Materials], Conflict(story.Problem, UnmetKinds.HoursMissing).Rules.Select(rule => rule.Kind));
    }

    [Fact]
    public void A_long_lesson_clashes_with_the_daily_cap_and_a_banned_one_with_the_ban()
    {
        var story = new PlanStory { Slots = [.. PlanStory.Every(new TimeOnly(8, 0), 240)], DailyCap = 60 };
        var (lengthy, banned) = (story.Lesson(120, required: true), story.Lesson(20, required: true));
        var problem = story.Problem with { Bans = new HashSet<Guid> { banned } };

        Assert.Equal([ConflictKinds.Required, ConflictKinds.DailyCap], Conflict(problem, UnmetKinds.RequiredDoesNotFit).Rules.Select(rule => rule.Kind));
        Assert.Equal([ConflictKinds.Required, ConflictKinds.Bans], Conflict(problem, UnmetKinds.RequiredBanned).Rules.Select(rule => rule.Kind));
        Assert.Equal(lengthy, Conflict(problem, UnmetKinds.RequiredDoesNotFit).Rules[0].Material);
    }

    [Fact]
    public void Two_duties_that_need_the_same_hour_clash_with_each_other()
    {
        var story = new PlanStory { Weeks = 1, Slots = [new Slot(DayOfWeek.Friday, new TimeOnly(8, 0), 60, [])] };
        var (one, other) = (story.Lesson(45, required: true), story.Lesson(45, required: true));

        var conflict = Conflict(story.Problem, UnmetKinds.RequiredDoesNotFit);

        Assert.Equal([ConflictKinds.Required, ConflictKinds.Required, ConflictKinds.Slots], conflict.Rules.Select(rule => rule.Kind));
        Assert.Equal(new[] { one, other }.Order(), conflict.Rules.Select(rule => rule.Material).OfType<Guid>().Order());
    }

    [Fact]
    public void The_set_is_impossible_and_without_any_one_of_it_possible()
    {
        var found = 0;
        PlanGen.Problem.Sample(
            problem =>
            {
                foreach (var unmet in PlanSolver.Solve(problem, SolverEffort.Brisk).Draft.Unmet)
                {
                    if (SmallestConflict.Of(problem, unmet) is not { } conflict) continue;
                    Interlocked.Increment(ref found);
                    Assert.False(IsPlanned(NamedRules.Only(problem, conflict.Rules)));
                    if (!conflict.Minimal) continue;
                    foreach (var rule in conflict.Rules)
                    {
                        Assert.True(Feasibility.Of(NamedRules.Only(problem, [.. conflict.Rules.Where(other => other != rule)])), $"{rule} of {string.Join(", ", conflict.Rules)}");
                    }
                }
            },
            iter: 60, threads: 1);
        Assert.True(found > 0, "No conflict was found at all.");
    }

    /// <summary>A plan that would refute the proof.</summary>
    private static bool IsPlanned(PlanProblem problem) =>
        PlanSolver.Solve(problem).Draft is var draft && draft.Unmet.All(unmet => unmet.Kind is UnmetKinds.HoursAfterPlan or UnmetKinds.NoSlots) && PlanChecker.Check(problem, draft).Status == PlanProofStatus.Proved;

    private static PlanConflict Conflict(PlanProblem problem, string kind)
    {
        var unmet = PlanSolver.Solve(problem).Draft.Unmet.First(entry => entry.Kind == kind);
        return SmallestConflict.Of(problem, unmet) ?? throw new Xunit.Sdk.XunitException("Nothing was proven.");
    }
}
