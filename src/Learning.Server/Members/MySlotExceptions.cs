using System.ComponentModel.DataAnnotations;
using Learning.Data;
using Learning.Members;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Members;

/// <summary>Dates on which the caller's free times differ from the usual week.</summary>
/// <param name="Exceptions">Every such date from today on; it replaces what was said before.</param>
public sealed record MySlotExceptionsRequest([property: Required, MaxLength(60)] IReadOnlyList<SlotExceptionShape> Exceptions);

/// <summary>Dates on which the caller's free times differ from the usual week.</summary>
/// <param name="Exceptions">The dates, first first.</param>
public sealed record MySlotExceptionsAnswer(IReadOnlyList<SlotExceptionShape> Exceptions)
{
    internal static MySlotExceptionsAnswer Of(Member member, DateOnly today) => new(SlotExceptionShape.From(member, today));
}

/// <summary>Shows and keeps days off and other free times of single dates.</summary>
internal static class MySlotExceptions
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/slots/exceptions", Show)
            .WithSummary("Dates on which my free times differ")
            .WithDescription("Days off, and other times instead of the usual week's; what is gone by is left out.")
            .Refuses(StatusCodes.Status404NotFound);
        group.MapPut("/slots/exceptions", Keep)
            .WithSummary("Say on which dates my free times differ")
            .WithDescription("Replaces all such dates; the usual week stays as it is. A date without slots is a day off. The next plan obeys them.")
            .WithRequestExample(new MySlotExceptionsRequest([new SlotExceptionShape(new DateOnly(2026, 12, 1), []), new SlotExceptionShape(new DateOnly(2026, 12, 5), [new DaySlotShape(new TimeOnly(20, 0), 60)])]))
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status412PreconditionFailed, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Ok<MySlotExceptionsAnswer>> Show(Caller caller, Scope scope, TimeProvider time, HttpContext context, CancellationToken cancellationToken)
    {
        var member = await scope.MemberAsync(caller.RequiredMemberId, cancellationToken);
        context.Response.Tag(member.Version);
        return TypedResults.Ok(MySlotExceptionsAnswer.Of(member, LocalDay.Of(time.GetUtcNow(), member.TimeZone)));
    }

    private static async Task<Ok<MySlotExceptionsAnswer>> Keep(
        MySlotExceptionsRequest request, Caller caller, Scope scope, MemberKeeping members, LearningDbContext db, TimeProvider time, HttpContext context, CancellationToken cancellationToken)
    {
        var member = await scope.MemberAsync(caller.RequiredMemberId, cancellationToken);
        context.Request.MatchIfAsked(member.Version);
        var profile = MemberProfile.Of(member) with { SlotExceptions = [.. request.Exceptions.Select(exception => exception.ToException())] };
        await members.ChangeAsync(member, profile, Tellers.About(caller, member), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Tag(member.Version);
        return TypedResults.Ok(MySlotExceptionsAnswer.Of(member, LocalDay.Of(time.GetUtcNow(), member.TimeZone)));
    }
}
