using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Learning.Data;
using Learning.Members;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Members;

/// <summary>Lists the members the caller looks after.</summary>
internal static class ListMembers
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("", Handle)
        .WithSummary("List the members you look after")
        .WithDescription("Coordinators see the members of their groups and of all groups below, administrators those of the organisation.");

    private static async Task<Ok<Page<MemberAnswer>>> Handle(
        [AsParameters] PageQuery page,
        [StringLength(200)][Description("Only members of this group, by its key.")] string? group,
        Scope scope, LearningDbContext db, MemberAnswers answers, CancellationToken cancellationToken)
    {
        var after = page.After;
        var asked = scope.LookedAfter;
        if (group is not null)
        {
            asked = asked.Where(member => member.Groups.Any(membership => membership.Until == null && db.Groups.Any(row => row.Id == membership.GroupId && row.Key == group)));
        }

        var rows = await asked.AsNoTracking().Where(member => member.Id > after).OrderBy(member => member.Id).Take(page.SizeAndOne)
            .Include(member => member.Groups).AsSplitQuery().ToListAsync(cancellationToken);
        var shown = Page.Of(rows, page.Size, member => member.Id);
        return TypedResults.Ok(new Page<MemberAnswer>(await answers.OfAsync(shown.Items, cancellationToken), shown.NextCursor));
    }
}
