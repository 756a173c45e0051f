using Learning.Materials;
using Learning.Members;
using Learning.Plans;

namespace Learning.Tests.Plans;

public class ConstructivePlannerTests
{
    private static readonly DateOnly Monday = PlanStory.Monday;

    [Fact]
    public void A_rider_studies_in_the_lulls_and_never_at_meal_times()
    {
        var rider = new PlanStory
        {
            Slots = [.. PlanStory.Every(new TimeOnly(10, 0), 30), .. PlanStory.Every(new TimeOnly(15, 0), 30), .. PlanStory.Every(new TimeOnly(11, 0), 60)],
            Quiet = [new QuietTime(null, new TimeOnly(11, 0), new TimeOnly(14, 0), "peak"), new QuietTime(null, new TimeOnly(17, 0), new TimeOnly(20, 0), "peak")],
            DailyCap = 30,
        };
        for (var lesson = 0; lesson < 20; lesson++) rider.Lesson(minutes: 15);
        var plan = rider.Plan();
        Assert.Equal(20, plan.Items.Count);
        Assert.All(plan.Items, item => Assert.Contains(item.Start.Hour, new[] { 10, 15 }));
        Assert.All(plan.Items.GroupBy(item => item.Date), day => Assert.True(day.Sum(item => item.Minutes) <= 30));
    }

    [Fact]
    public void A_truck_driver_listens_while_parked_and_reads_at_home()
    {
        var driver = new PlanStory
        {
            Slots = [new Slot(DayOfWeek.Tuesday, new TimeOnly(12, 30), 45, [Mode.Listen]), new Slot(DayOfWeek.Thursday, new TimeOnly(12, 30), 45, [Mode.Listen]), new Slot(DayOfWeek.Sunday, new TimeOnly(9, 0), 60, [])],
        };
        var heard = driver.Lesson(minutes: 45, Mode.Listen, utility: 2);
        var read = driver.Lesson(minutes: 45, Mode.Read, utility: 3);
        var plan = driver.Plan();
        Assert.Equal(DayOfWeek.Tuesday, plan.Items.Single(item => item.Material == heard).Date.DayOfWeek);
        Assert.Equal(DayOfWeek.Sunday, plan.Items.Single(item => item.Material == read).Date.DayOfWeek);
    }

    [Fact]
    public void A_retiree_has_mornings_but_not_the_day_of_the_check_up()
    {
        var checkUp = Monday.AddDays(2);
        var retiree = new PlanStory { Slots = [.. PlanStory.Every(new TimeOnly(9, 0), 40)], Exceptions = [SlotException.DayOff(checkUp)], Weeks = 1 };
        for (var lesson = 0; lesson < 10; lesson++) retiree.Lesson(minutes: 20);
        var plan = retiree.Plan();
        Assert.Equal(10, plan.Items.Count);
        Assert.All(plan.Items, item => Assert.Equal(9, item.Start.Hour));
        Assert.DoesNotContain(plan.Items, item => item.Date == checkUp);
    }

    [Fact]
    public void What_is_required_stands_before_its_due_date_and_what_it_needs_before_it()
    {
        var story = new PlanStory { Slots = [.. PlanStory.Every(new TimeOnly(20, 0), 30)] };
        var basics = story.Lesson(minutes: 30, utility: 0);
        var law = story.Lesson(minutes: 30, utility: 0, required: true, due: Monday.AddDays(1), after: basics);
        for (var lesson = 0; lesson < 20; lesson++) story.Lesson(minutes: 30, utility: 5);
        var plan = story.Plan();
        Assert.Equal([basics, law], plan.Items.Take(2).Select(item => item.Material));
        Assert.Equal(PlanStatus.Complete, plan.Status);
    }

    [Fact]
    public void A_lesson_longer_than_a_slot_waits_for_two_slots_that_touch()
    {
        var story = new PlanStory
        {
            Slots = [new Slot(DayOfWeek.Monday, new TimeOnly(12, 0), 30, []), new Slot(DayOfWeek.Friday, new TimeOnly(12, 0), 30, []), new Slot(DayOfWeek.Friday, new TimeOnly(12, 30), 30, [])],
        };
        story.Lesson(minutes: 50);
        Assert.Equal(DayOfWeek.Friday, Assert.Single(story.Plan().Items).Date.DayOfWeek);
    }

    [Fact]
    public void A_required_lesson_that_fits_no_slot_says_how_long_a_slot_it_needs()
    {
        var story = new PlanStory { Slots = [.. PlanStory.Every(new TimeOnly(12, 0), 30)] };
        var lecture = story.Lesson(minutes: 90, required: true);
        var unmet = Assert.Single(story.Plan().Unmet);
        Assert.Equal((UnmetKinds.RequiredDoesNotFit, lecture), (unmet.Kind, unmet.Material));
        Assert.Equal(new PlanRemedy(RemedyKinds.LongerSlot, null, 90), unmet.Remedies[0]);
    }

    [Fact]
    public void Hours_that_cannot_be_reached_are_told_with_what_would_mend_it()
    {
        var story = new PlanStory { Slots = [new Slot(DayOfWeek.Monday, new TimeOnly(20, 0), 60, [])], Hours = [new HoursDemand("cadres", 20, Monday.AddDays(13), [])] };
        for (var lesson = 0; lesson < 30; lesson++) story.Lesson(minutes: 60, hours: 1);
        var plan = story.Plan();
        var unmet = Assert.Single(plan.Unmet);
        Assert.Equal((UnmetKinds.HoursMissing, 18m), (unmet.Kind, unmet.Hours));
        Assert.Equal([new PlanRemedy(RemedyKinds.MoreTime, 9, 60), new PlanRemedy(RemedyKinds.Exemption)], unmet.Remedies);
        Assert.Equal(("18", "2026-03-15", "9", "60"), (unmet.Values["hours"], unmet.Values["by"], unmet.Values["slotsPerWeek"], unmet.Values["minutes"]));
        Assert.Equal(PlanStatus.Short, plan.Status);
    }

    [Fact]
    public void Hours_due_after_the_plan_are_no_failure()
    {
        var story = new PlanStory { Slots = [.. PlanStory.Every(new TimeOnly(20, 0), 60)], Hours = [new HoursDemand("cadres", 90, Monday.AddDays(300), [])] };
        story.Lesson(minutes: 60, hours: 1);
        var plan = story.Plan();
        Assert.Equal(UnmetKinds.HoursAfterPlan, Assert.Single(plan.Unmet).Kind);
        Assert.Equal(PlanStatus.Complete, plan.Status);
    }

    [Fact]
    public void Hours_come_before_taste_and_taste_decides_among_what_is_left()
    {
        var story = new PlanStory { Weeks = 1, Slots = [new Slot(DayOfWeek.Monday, new TimeOnly(20, 0), 60, [])], Hours = [new HoursDemand("cadres", 1, Monday.AddDays(6), [])] };
        var liked = story.Lesson(minutes: 60, utility: 9);
        var credited = story.Lesson(minutes: 45, utility: 1, hours: 1);
        var little = story.Lesson(minutes: 15, utility: 2);
        Assert.Equal([credited, little], story.Plan().Items.Select(item => item.Material).Order());
        Assert.DoesNotContain(story.Plan().Items, item => item.Material == liked);
    }

    [Fact]
    public void A_prerequisite_that_cannot_be_had_is_named()
    {
        var story = new PlanStory { Slots = [.. PlanStory.Every(new TimeOnly(20, 0), 60)] };
        var gone = PlanGen.Id(777);
        story.Lesson(minutes: 30, required: true, after: gone);
        var unmet = Assert.Single(story.Plan().Unmet);
        Assert.Equal((UnmetKinds.PrerequisiteUnavailable, gone), (unmet.Kind, unmet.Prerequisite));
    }

    [Fact]
    public void A_pin_holds_and_the_rest_stays_where_it_was()
    {
        var story = new PlanStory { Slots = [.. PlanStory.Every(new TimeOnly(20, 0), 30)] };
        for (var lesson = 0; lesson < 12; lesson++) story.Lesson(minutes: 30, utility: lesson + 1);
        var before = story.Plan();
        var moved = before.Items[3];
        var pinned = moved.Date.AddDays(5);
        var after = PlanStory.Plan(story.Problem with { Previous = before, Pins = [new PlanPin(moved.Material, pinned, null)] });
        Assert.Equal(pinned, after.Items.Single(item => item.Material == moved.Material).Date);
        Assert.True(before.Items.Count(item => after.Items.Any(other => other.Material == item.Material && other.Date == item.Date)) >= 10);
    }

    [Fact]
    public void A_small_gain_moves_nothing()
    {
        var story = new PlanStory { Slots = [.. PlanStory.Every(new TimeOnly(20, 0), 30)] };
        for (var lesson = 0; lesson < 14; lesson++) story.Lesson(minutes: 30, utility: 1);
        var before = story.Plan();
        story.Lesson(minutes: 30, utility: 1.05);
        Assert.Equal(before.Items.Select(item => (item.Material, item.Date)), PlanStory.Plan(story.Problem with { Previous = before }).Items.Select(item => (item.Material, item.Date)));
    }

    [Fact]
    public void Weeks_carry_even_loads()
    {
        var story = new PlanStory { Weeks = 4, Slots = [.. PlanStory.Every(new TimeOnly(20, 0), 60)] };
        for (var lesson = 0; lesson < 28; lesson++) story.Lesson(minutes: 30, utility: 1);
        var weeks = story.Plan().Items.GroupBy(item => (item.Date.DayNumber - Monday.DayNumber) / 7).Select(week => week.Sum(item => item.Minutes)).ToArray();
        Assert.Equal(4, weeks.Length);
        Assert.True(weeks.Max() - weeks.Min() <= 120, string.Join(' ', weeks));
    }
}
