using System.ComponentModel.DataAnnotations;
using Learning.Records.Ledger;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Records;

/// <summary>Hours that a coordinator answers for.</summary>
/// <param name="Id">A UUID chosen by who sends it; repeated arrival changes nothing.</param>
/// <param name="Kind">What they rest on.</param>
/// <param name="At">When it was learned.</param>
/// <param name="Material">The material, for an attendance or a door visit; it brings the catalogue's credit.</param>
/// <param name="Hours">Credit hours, for credit from elsewhere.</param>
/// <param name="Topic">Topic of credit from elsewhere.</param>
/// <param name="Evidence">The evidence in words: who was visited when, or which document.</param>
public sealed record GiveHoursRequest(
    Guid Id, GivenHours Kind, DateTimeOffset At, Guid? Material = null, [property: Range(0.1, 100)] decimal? Hours = null, [property: StringLength(100)] string? Topic = null, [property: StringLength(1000)] string? Evidence = null);

/// <summary>Kinds of hours that a coordinator can give.</summary>
public enum GivenHours
{
    /// <summary>An attendance.</summary>
    AttendanceConfirmed,

    /// <summary>A lesson brought to the door.</summary>
    DoorVisit,

    /// <summary>Credit earned elsewhere.</summary>
    TransferredCredit,
}

/// <summary>Why hours are taken back.</summary>
/// <param name="Reason">In words.</param>
public sealed record ReverseHoursRequest([property: Required, StringLength(1000, MinimumLength = 1)] string Reason);

/// <summary>Hours of the members a coordinator looks after.</summary>
internal static class MemberHours
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/members/{id}/hours", Show).WithSummary("A member's credit hours, each with its evidence").Refuses(StatusCodes.Status404NotFound);
        group.MapPost("/members/{id}/hours", Give)
            .WithSummary("Book an attendance, a door visit or credit from elsewhere")
            .WithDescription("Each with its evidence, under your name. A lesson that counts already is refused. Nothing is ever changed: a mistake is reversed.")
            .WithRequestExample(new GiveHoursRequest(Guid.Parse("01890000-0000-7000-8000-000000000003"), GivenHours.DoorVisit, new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero), Guid.Parse("01890000-0000-7000-8000-000000000001"), Evidence: "上门送学，讲解后本人复述要点"))
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        group.MapPost("/members/{id}/hours/{entry}/reverse", Reverse)
            .WithSummary("Take a booking back")
            .WithDescription("By an opposite booking with its reason; both stay readable.")
            .WithRequestExample(new ReverseHoursRequest("签到表写错了人"))
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<HoursAnswer>> Show(Guid id, [AsParameters] PageQuery page, Scope scope, HoursViews views, HttpContext context, CancellationToken cancellationToken)
    {
        await scope.RequireLookedAfterAsync(id, cancellationToken);
        return TypedResults.Ok(await views.OfAsync(id, page, context, cancellationToken));
    }

    private static async Task<Created<HoursEntryView>> Give(Guid id, GiveHoursRequest request, Caller caller, Scope scope, HoursGiving giving, HoursViews views, CancellationToken cancellationToken)
    {
        await RequireAnotherAsync(id, caller, scope, cancellationToken);
        var kind = Enum.Parse<HoursKind>(request.Kind.ToString());
        var entry = await giving.GiveAsync(
            new HoursGift(request.Id, id, kind, request.At, request.Material, request.Hours, request.Topic, request.Evidence ?? "", caller.AccountId, caller.UserName), cancellationToken);
        return TypedResults.Created($"/api/v1/members/{id}/hours", await views.EntryAsync(entry, cancellationToken));
    }

    private static async Task<Created<HoursEntryView>> Reverse(Guid id, Guid entry, ReverseHoursRequest request, Caller caller, Scope scope, HoursLedger ledger, HoursViews views, CancellationToken cancellationToken)
    {
        await RequireAnotherAsync(id, caller, scope, cancellationToken);
        var reversal = await ledger.ReverseAsync(id, entry, request.Reason, caller.AccountId, caller.UserName, cancellationToken);
        return TypedResults.Created($"/api/v1/members/{id}/hours", await views.EntryAsync(reversal, cancellationToken));
    }

    /// <summary>Nobody gives hours to herself or himself, or takes them back.</summary>
    private static Task RequireAnotherAsync(Guid id, Caller caller, Scope scope, CancellationToken cancellationToken) => id == caller.MemberId
        ? throw new BrokenRule("hours-of-oneself", "Nobody answers for the own hours.", "Ask another coordinator.", BrokenRuleKind.Forbidden)
        : scope.RequireLookedAfterAsync(id, cancellationToken);
}
