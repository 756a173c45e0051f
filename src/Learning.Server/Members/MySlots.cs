using System.ComponentModel.DataAnnotations;
using Learning.Data;
using Learning.Members;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Members;

/// <summary>When a member is free, and what the member would like to learn.</summary>
/// <param name="Slots">Every weekly time; it replaces what was said before.</param>
/// <param name="Wishes">Topics or own words to add to the member's tags; left out: none.</param>
public sealed record MySlotsRequest([property: Required, MaxLength(50)] IReadOnlyList<SlotShape> Slots, [property: MaxLength(10)] IReadOnlyList<string>? Wishes = null);

/// <summary>When the caller is free.</summary>
/// <param name="Slots">Weekly times.</param>
/// <param name="Tags">The words the caller is described by, each with where it comes from.</param>
public sealed record MySlotsAnswer(IReadOnlyList<SlotShape> Slots, IReadOnlyList<TagAnswer> Tags)
{
    internal static MySlotsAnswer Of(Member member) => new([.. member.Slots.Select(SlotShape.Of)], [.. member.Tags.Select(tag => new TagAnswer(tag.Name, tag.From))]);
}

/// <summary>Shows and keeps when the caller is free. This is where proposals become true: by the member's own call.</summary>
internal static class MySlots
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/slots", Show).WithSummary("My free times").Refuses(StatusCodes.Status404NotFound);
        group.MapPut("/slots", Keep)
            .WithSummary("Say when I am free, or confirm what was understood")
            .WithDescription("Replaces all free times; wishes are added to the tags. The next plan obeys them.")
            .WithRequestExample(new MySlotsRequest([new SlotShape(DayOfWeek.Monday, new TimeOnly(22, 0), 120)], ["traffic-safety"]))
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status412PreconditionFailed, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Ok<MySlotsAnswer>> Show(Caller caller, Scope scope, HttpContext context, CancellationToken cancellationToken)
    {
        var member = await scope.MemberAsync(caller.RequiredMemberId, cancellationToken);
        context.Response.Tag(member.Version);
        return TypedResults.Ok(MySlotsAnswer.Of(member));
    }

    private static async Task<Ok<MySlotsAnswer>> Keep(
        MySlotsRequest request, Caller caller, Scope scope, MemberKeeping members, LearningDbContext db, HttpContext context, CancellationToken cancellationToken)
    {
        var member = await scope.MemberAsync(caller.RequiredMemberId, cancellationToken);
        context.Request.MatchIfAsked(member.Version);
        var profile = MemberProfile.Of(member) with
        {
            Slots = [.. request.Slots.Select(slot => slot.ToSlot())],
            Tags = [.. member.Tags.Select(tag => tag.Name).Concat(request.Wishes ?? [])],
        };
        await members.ChangeAsync(member, profile, Tellers.About(caller, member), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Tag(member.Version);
        return TypedResults.Ok(MySlotsAnswer.Of(member));
    }
}
