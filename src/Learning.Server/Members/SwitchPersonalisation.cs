using System.ComponentModel.DataAnnotations;
using Learning.Candidates;
using Learning.Data;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Members;

/// <summary>Whether traits and history may touch recommendations.</summary>
/// <param name="On">Whether they may.</param>
public sealed record PersonalisationShape([property: Required] bool? On);

/// <summary>Switches personalisation; it holds from the next list on.</summary>
internal static class SwitchPersonalisation
{
    public static void Map(RouteGroupBuilder group) => group.MapPut("/personalisation", Handle)
        .WithSummary("Switch personalisation on or off")
        .WithDescription("Off: nothing about you touches a list or a plan, nothing is learned from you, and both stay complete.")
        .WithRequestExample(new PersonalisationShape(false))
        .Refuses(StatusCodes.Status404NotFound);

    private static async Task<Ok<PersonalisationShape>> Handle(
        PersonalisationShape request, Caller caller, LearningDbContext db, StatisticsKeeper statistics, CancellationToken cancellationToken)
    {
        var (id, on) = (caller.RequiredMemberId, request.On!.Value);
        var changed = await db.Members.Where(member => member.Id == id && member.Personalised != on).ExecuteUpdateAsync(
            set => set.SetProperty(member => member.Personalised, on).SetProperty(member => member.Version, member => member.Version + 1), cancellationToken);
        if (changed > 0)
        {
            statistics.Forget();
        }

        return TypedResults.Ok(new PersonalisationShape(on));
    }
}
