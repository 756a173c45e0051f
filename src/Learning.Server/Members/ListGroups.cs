using Learning.Data;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Members;

/// <summary>A group.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Key">Its key in rosters.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="Parent">Key of the group above; null at the top.</param>
public sealed record GroupAnswer(Guid Id, string Key, string NameZh, string NameEn, string? Parent);

/// <summary>Lists the groups the caller looks after.</summary>
internal static class ListGroups
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("", Handle).WithSummary("List the groups you look after");

    private static async Task<Ok<Page<GroupAnswer>>> Handle([AsParameters] PageQuery page, Caller caller, LearningDbContext db, CancellationToken cancellationToken)
    {
        var (after, mine, all) = (page.After, caller.Groups, caller.IsAdministrator);
        var groups = await db.Groups.AsNoTracking()
            .Where(group => group.Organisation == caller.Organisation && (all || mine.Contains(group.Id)) && group.Id > after)
            .OrderBy(group => group.Id)
            .Take(page.SizeAndOne)
            .Select(group => new GroupAnswer(group.Id, group.Key, group.NameZh, group.NameEn, db.Groups.Where(above => above.Id == group.ParentId).Select(above => above.Key).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(Page.Of(groups, page.Size, group => group.Id));
    }
}
