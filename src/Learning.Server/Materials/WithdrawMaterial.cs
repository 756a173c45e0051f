using System.ComponentModel.DataAnnotations;
using Learning.Data;
using Learning.Materials;
using Learning.Records;
using Learning.Reviews;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Materials;

/// <summary>Why a material is withdrawn.</summary>
/// <param name="Reason">In words, for those who studied it.</param>
public sealed record WithdrawRequest([property: Required, StringLength(1000, MinimumLength = 1)] string Reason);

/// <summary>What a withdrawal touched.</summary>
/// <param name="Material">The material.</param>
/// <param name="StudiedBy">How many members of the organisation studied it.</param>
/// <param name="Members">Those of them whom you look after, at most 1,000.</param>
/// <param name="PlansChanged">How many open plans held it and were planned again without it.</param>
public sealed record WithdrawAnswer(MaterialView Material, int StudiedBy, IReadOnlyList<StudiedBy> Members, int PlansChanged);

/// <summary>Somebody who studied a material.</summary>
/// <param name="Member">The member.</param>
/// <param name="Name">The name.</param>
/// <param name="LastAt">When last.</param>
public sealed record StudiedBy(Guid Member, string Name, DateTimeOffset LastAt);

/// <summary>Takes a material out of every answer at once.</summary>
internal static class WithdrawMaterial
{
    private const int MostNamed = 1000;

    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id}/withdraw", Handle)
        .WithSummary("Withdraw a material")
        .WithDescription("It is gone from search, recommendations and open plans when this call returns. Records of those who studied it stay, and the answer names them.")
        .WithRequestExample(new WithdrawRequest("第三条已被新规取代"))
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

    private static async Task<Ok<WithdrawAnswer>> Handle(
        Guid id, WithdrawRequest request, Caller caller, Scope scope, LearningDbContext db, PlanReview review, TimeProvider time, CancellationToken cancellationToken)
    {
        await GetMaterial.FindAsync(db.Materials.AsNoTracking(), id, caller, cancellationToken);
        var material = await MaterialImport.WithdrawAsync(db, id, request.Reason, time.GetUtcNow(), cancellationToken);
        var changed = await review.ReplaceInOpenPlansAsync(new Actor(caller.AccountId, caller.UserName), id, request.Reason, cancellationToken);
        var studied = db.Records.Where(record => record.MaterialId == id && record.Verb != Verb.Dismissed && record.Verb != Verb.Saved);
        var members = await (
            from record in studied
            join member in scope.LookedAfter on record.MemberId equals member.Id
            group record.At by new { member.Id, member.Name } into times
            orderby times.Key.Id
            select new StudiedBy(times.Key.Id, times.Key.Name, times.Max())).Take(MostNamed).ToListAsync(cancellationToken);
        var count = await studied.Select(record => record.MemberId).Distinct().CountAsync(cancellationToken);
        return TypedResults.Ok(new WithdrawAnswer(MaterialView.Of(material), count, members, changed));
    }
}
