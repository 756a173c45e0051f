using System.ComponentModel.DataAnnotations;
using Learning.Data;
using Learning.Members;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Members;

/// <summary>A group to make.</summary>
/// <param name="Key">Its key in rosters; unique in the organisation.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="Parent">Key of the group above; only administrators leave it out.</param>
public sealed record CreateGroupRequest(
    [property: Required, StringLength(200)] string Key,
    [property: Required, StringLength(200)] string NameZh,
    [property: Required, StringLength(200)] string NameEn,
    [property: StringLength(200)] string? Parent = null);

/// <summary>Makes a group.</summary>
internal static class CreateGroup
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("", Handle)
        .WithSummary("Make a group")
        .WithDescription("Coordinators make groups below their own; administrators anywhere.")
        .WithRequestExample(new CreateGroupRequest("station-7", "七号站", "Station 7", "demo-district"))
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

    private static async Task<Created<GroupAnswer>> Handle(
        CreateGroupRequest request, Caller caller, Scope scope, LearningDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var key = request.Key.Trim();
        if (((string[])[key, request.NameZh, request.NameEn]).Any(text => text.Any(char.IsControl)))
        {
            throw new BrokenRule("group-text-invalid", "The key or a name holds control characters.", "Write them on one line, without control characters.");
        }

        var parent = await db.Groups.FirstOrDefaultAsync(group => group.Organisation == caller.Organisation && group.Key == request.Parent, cancellationToken);
        if (parent is null ? request.Parent is not null || !caller.IsAdministrator : !scope.Covers(parent))
        {
            throw new BrokenRule("group-unknown", $"There is no group '{request.Parent}' for you.", "Name one of your groups as parent; GET /groups lists them.")
            {
                Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["key"] = request.Parent, [BrokenRule.Where] = "parent" },
            };
        }

        if (await db.Groups.AnyAsync(group => group.Organisation == caller.Organisation && group.Key == key, cancellationToken))
        {
            throw new BrokenRule("group-key-taken", $"There is a group with the key '{key}' already.", "Choose another key.", BrokenRuleKind.Conflict);
        }

        var made = new Group { Id = Guid.CreateVersion7(time.GetUtcNow()), Key = key, Organisation = caller.Organisation, NameZh = request.NameZh, NameEn = request.NameEn, ParentId = parent?.Id };
        db.Groups.Add(made);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created("/api/v1/groups", new GroupAnswer(made.Id, made.Key, made.NameZh, made.NameEn, parent?.Key));
    }
}
