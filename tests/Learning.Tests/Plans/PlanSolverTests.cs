using System.Text.Json;
using CsCheck;
using Learning.Evaluation.Planning;
using Learning.Plans;
using Learning.Plans.Checking;
using Learning.Plans.Constructing;
using Learning.Plans.Solving;

namespace Learning.Tests.Plans;

public class PlanSolverTests
{
    /// <summary>Small problems need little.</summary>
    private static readonly SolverEffort Little = new() { WarmUp = 1_500, Trades = 25, Steps = 2_000, Refills = 100_000, Work = 0.01, Rounds = 1 };

    [Fact]
    public void Every_plan_the_solver_makes_passes_the_checker_and_keeps_below_its_bounds() =>
        PlanGen.Problem.Sample(problem =>
        {
            var solved = PlanSolver.Solve(problem, Little with { Rounds = problem.Seed % 8 == 0 ? 3 : 1 });
            var proof = PlanChecker.Check(problem, solved.Draft);
            Assert.True(proof.Status == PlanProofStatus.Proved, string.Join('\n', proof.Checks.Where(check => !check.Passed)));
            var (certificate, constructed) = (solved.Certificate, Measure.Of(ConstructivePlanner.Schedule(new Puzzle(problem))));
            Assert.True(certificate.Lacking >= certificate.LeastLacking, certificate.ToString());
            Assert.True(certificate.Lacking > certificate.LeastLacking || certificate.Missing >= certificate.LeastMissing, certificate.ToString());
            Assert.True(certificate.Aim != "worth" || certificate.Worth <= certificate.MostWorth, certificate.ToString());
            Assert.False(new Measure(certificate.Lacking, certificate.Missing, certificate.Worth).IsWorseThan(constructed, certificate.ForgivenMissing), certificate.ToString());
        }, iter: 10_000);

    [Fact]
    public void No_plan_beats_a_bound_not_even_one_found_by_trying_everything() =>
        PlanGen.Problem.Sample(problem =>
        {
            problem = problem with { Pins = [], Previous = null };
            var solved = PlanSolver.Solve(problem, Little).Certificate;
            if (NaiveModel.Solve(new Puzzle(problem)) is not { } best) return;
            Assert.True(best.Lacking >= solved.LeastLacking, $"{best} {solved}");
            if (best.Lacking == solved.Lacking) Assert.True(best.Missing >= solved.LeastMissing, $"{best} {solved}");
            if (best.Lacking == solved.Lacking && best.Missing == solved.Missing) Assert.True(best.Worth <= solved.MostWorth, $"{best} {solved}");
        }, iter: 400);

    [Fact]
    public void The_same_problem_and_seed_give_the_same_bytes()
    {
        foreach (var family in PlanInstances.Families)
        {
            var problem = PlanInstances.Of(family, 0, items: 50, weeks: 4, seed: 3);
            Assert.Equal(JsonSerializer.Serialize(PlanSolver.Solve(problem, Little)), JsonSerializer.Serialize(PlanSolver.Solve(problem with { }, Little)));
        }
    }

    /// <summary>Nearly all time goes into hours of which not all can be had; search alone ends 2.7 and 4.5 % below what it can prove.</summary>
    [Theory]
    [InlineData(15)]
    [InlineData(27)]
    public void Plans_are_put_together_where_search_alone_ends_far_from_the_bound(int number)
    {
        var problem = PlanInstances.Of("infeasible", number, items: 200, weeks: 12, seed: 31);

        var solved = PlanSolver.Solve(problem);

        Assert.True(solved.Certificate.LeastMissing > 0);
        Assert.InRange(solved.Certificate.Gap, 0, 0.02);
        Assert.Equal(PlanProofStatus.Proved, PlanChecker.Check(problem, solved.Draft).Status);
        Assert.Equal(JsonSerializer.Serialize(solved), JsonSerializer.Serialize(PlanSolver.Solve(problem)));
    }

    [Fact]
    public void It_is_proven_that_a_lesson_longer_than_any_slot_cannot_be_had()
    {
        var story = new PlanStory { Slots = [.. PlanStory.Every(new TimeOnly(12, 0), 30)] };
        story.Lesson(minutes: 90, required: true);
        var solved = PlanSolver.Solve(story.Problem);
        Assert.True(solved.Certificate.IsInfeasible);
        Assert.Equal("optimal", solved.Certificate.Status);
    }

    [Fact]
    public void It_is_proven_how_many_hours_are_missing_at_least()
    {
        var story = new PlanStory { Slots = [.. PlanStory.Every(new TimeOnly(12, 0), 30)], Hours = [new HoursDemand("yearly", 20, PlanStory.Monday.AddDays(13), [])] };
        for (var lesson = 0; lesson < 30; lesson++) story.Lesson(minutes: 30, hours: 1);
        var certificate = PlanSolver.Solve(story.Problem).Certificate;
        Assert.Equal((6_000, 6_000), (certificate.Missing, certificate.LeastMissing));
    }

    [Fact]
    public void Where_hours_are_missing_anyway_a_fiftieth_of_them_pushes_out_nothing_that_is_worth_more()
    {
        var story = new PlanStory { Weeks = 12, Slots = [.. PlanStory.Every(new TimeOnly(20, 0), 60)], Hours = [new HoursDemand("yearly", 100, PlanStory.Monday.AddDays(83), [])] };
        for (var lesson = 0; lesson < 84; lesson++) story.Lesson(minutes: 60, utility: 0.1, hours: 1);
        var wanted = story.Lesson(minutes: 60, utility: 1, hours: 0.9m);
        var solved = PlanSolver.Solve(story.Problem, Little);
        Assert.Contains(solved.Draft.Items, item => item.Material == wanted);
        Assert.Equal((16_000, 16_100), (solved.Certificate.LeastMissing, solved.Certificate.Missing));
        Assert.InRange(solved.Certificate.Gap, solved.Certificate.HoursGap, 0.01);
    }

    [Fact]
    public void What_was_planned_stays_where_it_was_unless_much_is_gained()
    {
        var story = new PlanStory { Slots = [.. PlanStory.Every(new TimeOnly(20, 0), 30)] };
        for (var lesson = 0; lesson < 14; lesson++) story.Lesson(minutes: 30, utility: 1);
        var before = PlanSolver.Solve(story.Problem).Draft;
        story.Lesson(minutes: 30, utility: 1.05);
        var after = PlanSolver.Solve(story.Problem with { Previous = before }).Draft;
        Assert.Equal(before.Items.Select(item => (item.Material, item.Date, item.Start)), after.Items.Select(item => (item.Material, item.Date, item.Start)));
    }
}
