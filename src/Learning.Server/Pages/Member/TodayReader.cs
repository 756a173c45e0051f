using Learning.Data;
using Learning.Materials;
using Learning.Members;
using Learning.Plans;
using Learning.Ranking;
using Learning.Records;
using Learning.Server.Plans;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Pages.Member;

/// <summary>What somebody sees who has a few minutes now.</summary>
/// <param name="Name">The person.</param>
/// <param name="Day">The day where the person lives.</param>
/// <param name="Next">What to do now; null when there is nothing at all.</param>
/// <param name="Fits">Whether it fits into the minutes asked.</param>
/// <param name="Others">What else there is.</param>
/// <param name="Plan">The plan; null while there is none.</param>
/// <param name="Personalised">Whether the person's traits and history were used.</param>
/// <param name="Recalls">What was learned and is to be called to mind today.</param>
internal sealed record TodayView(string Name, DateOnly Day, Suggestion? Next, bool Fits, IReadOnlyList<Suggestion> Others, PlanView? Plan, bool Personalised, IReadOnlyList<Suggestion> Recalls);

/// <summary>Finds what to do next: first what was missed, then what is planned, then what suits.</summary>
internal sealed class TodayReader(LearningDbContext db, Catalogue catalogue, Recommender recommender, PlanViews views, PlanToday today, TimeProvider time)
{
    private const int Recommended = 5;
    private const int OthersShown = 4;

    public async Task<TodayView> ReadAsync(Guid id, int? minutes, HttpContext http)
    {
        var cancellation = http.RequestAborted;
        await OpenPlans.AdvanceAsync(db, today.Date, cancellation);
        var member = await db.Members.AsNoTracking().SingleAsync(row => row.Id == id, cancellation);
        var day = LocalDay.Of(time.GetUtcNow(), member.TimeZone);
        var materials = await catalogue.CurrentAsync(db, cancellation);
        var history = await History.ReadAsync(db, id, materials, cancellation);
        var plan = await OpenPlans.OfMemberAsync(db, id, cancellation) is { } stored ? await views.OfAsync(stored, http, cancellation) : null;
        var list = await recommender.RecommendAsync(id, Recommended, query: null, Errors.RequestLanguage.AskedLanguage(http), cancellation);
        var planned = Planned(plan, materials, history, day).ToList();
        var suggested = list.Items.Where(item => planned.All(lesson => lesson.Material.Lesson != item.Material.Lesson)).Select(item => new Suggestion(
            item.Material, [.. item.Reasons.Select(reason => Server.Ranking.Recommend.View(reason, list.Language))], Impression: list.ImpressionId)).ToList();
        var (next, fits) = Choose(planned, suggested, minutes, day);
        return new TodayView(
            member.Name, day, next, fits, [.. Others(planned, suggested, day).Where(other => other.Material.Id != next?.Material.Id).Take(OthersShown)], plan, list.Personalised,
            [.. Recalls(plan, materials, history, day, member.TimeZone)]);
    }

    /// <summary>What is planned and not done, first first.</summary>
    internal static IEnumerable<Suggestion> Planned(PlanView? plan, CatalogueSnapshot materials, History history, DateOnly day) =>
        from item in plan?.Items ?? []
        let material = materials.ById[item.Material]
        where !history.LessonsDone.Contains(material.Lesson)
        orderby item.Date, item.Start
        select new Suggestion(material, item.Reasons, item.Date, item.Start, item.Date < day);

    /// <summary>What is planned today to be called to mind and was not yet.</summary>
    internal static IEnumerable<Suggestion> Recalls(PlanView? plan, CatalogueSnapshot materials, History history, DateOnly day, string timeZone) =>
        from item in plan?.Items ?? []
        where item.Recall && item.Date == day
            && !history.Records.Any(record => record.Verb == Verb.Recalled && record.MaterialId == item.Material && LocalDay.Of(record.At, timeZone) == day)
        orderby item.Start
        select new Suggestion(materials.ById[item.Material], item.Reasons, item.Date, item.Start);

    /// <summary>The first that fits; where none does, the shortest: it can be left and taken up again.</summary>
    internal static (Suggestion? Next, bool Fits) Choose(IReadOnlyList<Suggestion> planned, IReadOnlyList<Suggestion> suggested, int? minutes, DateOnly day)
    {
        // What happens in a room at a set time is not begun from here.
        var possible = planned.Where(lesson => lesson.Planned <= day).Concat(suggested).Concat(planned.Where(lesson => lesson.Planned > day))
            .Where(lesson => lesson.Material.Mode != Mode.Attend).ToList();
        return possible.Find(lesson => lesson.Fits(minutes)) is { } fitting
            ? (fitting, true)
            : (possible.MinBy(lesson => lesson.Material.Minutes), possible.Count == 0);
    }

    private static IEnumerable<Suggestion> Others(List<Suggestion> planned, List<Suggestion> suggested, DateOnly day) =>
        planned.Where(lesson => lesson.Planned <= day).Concat(suggested).Concat(planned.Where(lesson => lesson.Planned > day));
}
