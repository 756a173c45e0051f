using Learning.Data;
using Learning.Materials;
using Learning.Plans;
using Learning.Records;
using Learning.Server.Members;
using Learning.Server.Plans;
using Learning.Server.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Pages.Coordinator;

/// <summary>What a coordinator has to know about a member to decide.</summary>
/// <param name="Member">The member.</param>
/// <param name="Plan">The plan looked at; null where there is none.</param>
/// <param name="Followed">The plan the member follows; null where there is none, or where it is the one looked at.</param>
/// <param name="LastDone">What was finished last.</param>
/// <param name="Done">How many lessons are done.</param>
/// <param name="LastAt">When something was done last.</param>
/// <param name="Risks">Why the member may miss what is asked, as keys of words with a value. No exemption is among them.</param>
internal sealed record Picture(
    MemberAnswer Member, PlanView? Plan, PlanView? Followed, IReadOnlyList<(string Title, DateTimeOffset At)> LastDone, int Done, DateTimeOffset? LastAt, IReadOnlyList<(string Key, string Value)> Risks);

/// <summary>Reads pictures of members in the coordinator's scope.</summary>
internal sealed class PictureReader(LearningDbContext db, Scope scope, MemberAnswers answers, PlanViews views, Catalogue catalogue, TimeProvider time)
{
    private const int Shown = 5;
    private const int LongQuietDays = 30;

    public async Task<Picture> ReadAsync(Guid id, StoredPlan? plan, HttpContext http)
    {
        var cancellation = http.RequestAborted;
        var member = await scope.MemberAsync(id, cancellation);
        var followed = await OpenPlans.OfMemberAsync(db, id, cancellation);
        plan ??= followed;
        var materials = await catalogue.CurrentAsync(db, cancellation);
        var history = await History.ReadAsync(db, id, materials, cancellation);
        var view = plan is null ? null : await views.OfAsync(plan, http, cancellation);
        var last = history.Records.Count > 0 ? history.Records[^1].At : (DateTimeOffset?)null;
        return new Picture(
            await answers.OfAsync(member, cancellation),
            view,
            followed is null || followed.Id == plan?.Id ? null : await views.OfAsync(followed, http, cancellation),
            [.. history.Done.OrderByDescending(done => done.Value).Take(Shown).Select(done => (materials.ById.GetValueOrDefault(done.Key)?.Title ?? "", done.Value))],
            history.LessonsDone.Count,
            last,
            [.. Risks(view, last)]);
    }

    // Who is exempt is not at risk: nothing is demanded.
    private IEnumerable<(string Key, string Value)> Risks(PlanView? plan, DateTimeOffset? last)
    {
        if (last is null)
        {
            yield return ("risk.never", "");
        }
        else if ((time.GetUtcNow() - last.Value).TotalDays is var days and > LongQuietDays)
        {
            yield return ("risk.quiet", $"{(int)days}");
        }

        foreach (var hours in (plan?.HoursByRule ?? []).Where(hours => !hours.Exempt && hours.Earned + hours.Planned < hours.Target))
        {
            yield return ("risk.hours", (hours.Target - hours.Earned - hours.Planned).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
