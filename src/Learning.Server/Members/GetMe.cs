using System.Diagnostics.CodeAnalysis;
using Learning.Data;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Members;

/// <summary>A member who is signed in, with the account.</summary>
public sealed record MeAnswer : MemberAnswer
{
    /// <summary>The answer for a member.</summary>
    [SetsRequiredMembers]
    internal MeAnswer(MemberAnswer member, AccountAnswer account)
        : base(member) => Account = account;

    /// <summary>The account.</summary>
    public AccountAnswer Account { get; }
}

/// <summary>An account that is signed in and is no member itself.</summary>
/// <param name="Account">The account.</param>
public sealed record AccountOnlyAnswer(AccountAnswer Account);

/// <summary>An account.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="UserName">Name with which it signed in.</param>
/// <param name="Roles">What it may be.</param>
/// <param name="Organisation">Key of its organisation.</param>
/// <param name="Coordinates">Keys of the groups it was given to look after; those below them belong to it too.</param>
public sealed record AccountAnswer(Guid Id, string UserName, IReadOnlyList<string> Roles, string Organisation, IReadOnlyList<string> Coordinates);

/// <summary>Shows who is signed in.</summary>
internal static class GetMe
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("", Handle)
        .WithSummary("Show who is signed in")
        .WithDescription("The member with the account; for an account that only looks after others the account alone.");

    private static async Task<Results<Ok<MeAnswer>, Ok<AccountOnlyAnswer>>> Handle(
        Caller caller, Scope scope, LearningDbContext db, MemberAnswers answers, HttpResponse response, CancellationToken cancellationToken)
    {
        var coordinates = await (
            from given in db.GroupCoordinators
            join @group in db.Groups on given.GroupId equals @group.Id
            where given.AccountId == caller.AccountId
            orderby @group.Key
            select @group.Key).ToListAsync(cancellationToken);
        var account = new AccountAnswer(caller.AccountId, caller.UserName, caller.Roles, caller.Organisation, coordinates);
        if (caller.MemberId is not { } id)
        {
            return TypedResults.Ok(new AccountOnlyAnswer(account));
        }

        var member = await scope.MemberAsync(id, cancellationToken);
        response.Tag(member.Version);
        return TypedResults.Ok(new MeAnswer(await answers.OfAsync(member, cancellationToken), account));
    }
}
