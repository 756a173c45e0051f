using Learning.Server.Plans;

namespace Learning.Server.Pages.Member;

/// <summary>A week of a plan.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Days">Its seven days.</param>
/// <param name="Minutes">Minutes planned in it.</param>
internal sealed record PlanWeek(DateOnly Monday, IReadOnlyList<PlanDay> Days, int Minutes)
{
    /// <summary>The weeks of a plan, each from Monday to Sunday, up to the last in which something is planned.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="today">Today where the member lives.</param>
    /// <param name="isDone">Whether the lesson of a material is done.</param>
    public static IReadOnlyList<PlanWeek> Of(PlanView plan, DateOnly today, Func<Guid, bool> isDone)
    {
        var byDay = plan.Items.ToLookup(item => item.Date);
        var next = byDay.Select(day => day.Key).Where(day => day >= today).Order().FirstOrDefault();
        var last = byDay.Select(day => day.Key).DefaultIfEmpty(plan.From).Max();
        var weeks = new List<PlanWeek>();
        for (var monday = MondayOf(plan.From); monday <= last; monday = monday.AddDays(7))
        {
            var days = Enumerable.Range(0, 7).Select(monday.AddDays).Select(day => new PlanDay(day, day == today, day == next, PlanSitting.Of([.. byDay[day].OrderBy(item => item.Start)
                .Select(item => Lesson(item, !item.Recall && isDone(item.Material), isOver: day < today))]))).ToList();
            weeks.Add(new PlanWeek(monday, days, days.Sum(day => day.Lessons.Sum(lesson => lesson.Item.Minutes))));
        }

        return weeks;
    }

    /// <summary>What calls to mind something learned is neither done because that is, nor missed.</summary>
    private static PlanLesson Lesson(PlanItemView item, bool isDone, bool isOver) => new(item, isDone, isOver && !isDone && !item.Recall);

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}

/// <summary>A day of a plan.</summary>
/// <param name="Date">The day.</param>
/// <param name="IsToday">Whether it is today.</param>
/// <param name="IsNext">Whether it is the first, from today on, on which something is planned.</param>
/// <param name="Sittings">What is planned, by the times at which one sits down to it.</param>
internal sealed record PlanDay(DateOnly Date, bool IsToday, bool IsNext, IReadOnlyList<PlanSitting> Sittings)
{
    /// <summary>What is planned.</summary>
    public IEnumerable<PlanLesson> Lessons => Sittings.SelectMany(sitting => sitting.Lessons);
}

/// <summary>A planned lesson.</summary>
/// <param name="Item">What is planned.</param>
/// <param name="IsDone">Whether it is done.</param>
/// <param name="IsMissed">Whether its day is over and it is not done.</param>
internal sealed record PlanLesson(PlanItemView Item, bool IsDone, bool IsMissed)
{
    /// <summary>Whether a rule or a group asks for it.</summary>
    public bool IsRequired => Item.Reasons.Any(reason => reason.Kind == "required");
}
