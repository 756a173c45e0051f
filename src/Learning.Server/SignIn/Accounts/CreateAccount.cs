using System.ComponentModel.DataAnnotations;
using Learning.Server.Conventions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.SignIn.Accounts;

/// <summary>An account to make.</summary>
/// <param name="UserName">Name to sign in with; unique on this server.</param>
/// <param name="Role"><c>member</c>, <c>coordinator</c> or <c>administrator</c>.</param>
/// <param name="Member">The member who signs in with it; needed for the role <c>member</c>.</param>
/// <param name="Coordinates">Keys of the groups a coordinator looks after, with all below them.</param>
/// <param name="Password">The first password, at least 8 characters; left out, one is made and told once.</param>
/// <param name="Subject">The person's subject at the issuer outside, instead of a password.</param>
public sealed record CreateAccountRequest(
    [property: Required, StringLength(100, MinimumLength = 1)] string UserName,
    [property: Required, AllowedValues(Roles.Member, Roles.Coordinator, Roles.Administrator)] string Role,
    Guid? Member = null,
    [property: MaxLength(50)] IReadOnlyList<string>? Coordinates = null,
    [property: StringLength(Passwords.Longest)] string? Password = null,
    [property: StringLength(255, MinimumLength = 1)] string? Subject = null);

/// <summary>Makes an account.</summary>
internal static class CreateAccount
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("", Handle)
        .WithSummary("Make an account for a member, a coordinator or an administrator")
        .WithDescription("Without password and subject a password is made and told in this answer only.")
        .WithRequestExample(new CreateAccountRequest("li.xiuying", Roles.Coordinator, null, ["demo-district"]))
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity)
        .NotRepeatable();

    private static async Task<Created<AccountWithPassword>> Handle(CreateAccountRequest request, Caller caller, AccountBook book, AccountMaker maker, CancellationToken cancellationToken)
    {
        Check(request);
        var groups = await book.GroupsAsync(request.Coordinates ?? [], cancellationToken);
        var member = request.Member is { } id ? await book.MemberWithoutAccountAsync(id, cancellationToken) : null;
        var made = request.Password is null && request.Subject is null ? Passwords.Make() : null;
        var account = await maker.MakeAsync(
            new NewAccount(request.UserName, caller.Organisation, request.Role) { Password = request.Password ?? made, Subject = request.Subject }, cancellationToken);
        try
        {
            await book.CoordinateAsync(account.Id, groups, CancellationToken.None);
            if (member is not null)
            {
                await book.LinkAsync(member, account.Id, CancellationToken.None);
            }
        }
        catch
        {
            // An account that is tied to nothing would hold the name.
            await book.RemoveAsync(account.Id, CancellationToken.None);
            throw;
        }

        return TypedResults.Created($"/api/v1/accounts/{account.Id}", new AccountWithPassword(await book.ViewAsync(account, cancellationToken), made));
    }

    private static void Check(CreateAccountRequest request)
    {
        if (request.Role == Roles.Member && request.Member is null)
        {
            throw Broken("account-member-missing", "An account of the role member needs the member who signs in with it.", "member", "Name the member by the id from GET /members.");
        }

        if (request.Role != Roles.Coordinator && request.Coordinates is { Count: > 0 })
        {
            throw Broken("account-groups-need-coordinator", "Only coordinators look after groups.", "coordinates", "Leave coordinates out, or give the role coordinator.");
        }
    }

    private static BrokenRule Broken(string rule, string detail, string where, string hint) => new Problem(rule, detail, where, hint).ToBrokenRule();
}
