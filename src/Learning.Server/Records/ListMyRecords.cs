using Learning.Data;
using Learning.Records;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Records;

/// <summary>A learning record.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Verb">What was done.</param>
/// <param name="Material">With which material.</param>
/// <param name="At">When it happened.</param>
/// <param name="Score">Score of a recall.</param>
/// <param name="Success">Whether a recall was passed or an attendance confirmed.</param>
public sealed record RecordView(Guid Id, Verb Verb, Guid Material, DateTimeOffset At, double? Score, bool? Success);

/// <summary>The caller's own records.</summary>
internal static class ListMyRecords
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/me/records", Handle)
        .WithSummary("My learning records")
        .WithDescription("In the order of their ids.");

    private static async Task<Ok<Page<RecordView>>> Handle([AsParameters] PageQuery page, Caller caller, LearningDbContext db, CancellationToken cancellationToken)
    {
        var member = caller.RequiredMemberId;
        var after = page.After;
        var records = await db.Records.AsNoTracking().Where(record => record.MemberId == member && record.Id > after)
            .OrderBy(record => record.Id).Take(page.SizeAndOne)
            .Select(record => new RecordView(record.Id, record.Verb, record.MaterialId, record.At, record.Score, record.Success))
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(Page.Of(records, page.Size, record => record.Id));
    }
}
