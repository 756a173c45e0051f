namespace Learning.Server.Pages.Member;

/// <summary>Lessons that follow one another without a gap: one sits down once for all of them.</summary>
/// <param name="Lessons">The lessons, first first; at least one.</param>
internal sealed record PlanSitting(IReadOnlyList<PlanLesson> Lessons)
{
    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(5);

    /// <summary>When it begins.</summary>
    public TimeOnly Start => Lessons[0].Item.Start;

    /// <summary>When it ends.</summary>
    public TimeOnly End => EndOf(Lessons[^1]);

    /// <summary>Minutes planned in it.</summary>
    public int Minutes => Lessons.Sum(lesson => lesson.Item.Minutes);

    /// <summary>Whether all of it is done.</summary>
    public bool IsDone => Lessons.All(lesson => lesson.IsDone);

    /// <summary>The sittings of a day.</summary>
    /// <param name="lessons">What is planned on it, in order of time.</param>
    public static IReadOnlyList<PlanSitting> Of(IReadOnlyList<PlanLesson> lessons)
    {
        var sittings = new List<List<PlanLesson>>();
        foreach (var lesson in lessons)
        {
            if (sittings.Count > 0 && lesson.Item.Start - EndOf(sittings[^1][^1]) <= Gap)
            {
                sittings[^1].Add(lesson);
            }
            else
            {
                sittings.Add([lesson]);
            }
        }

        return sittings.ConvertAll(sitting => new PlanSitting(sitting));
    }

    private static TimeOnly EndOf(PlanLesson lesson) => lesson.Item.Start.AddMinutes(lesson.Item.Minutes);
}
