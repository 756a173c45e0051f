using Learning.Data;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Materials;

/// <summary>Changes one material.</summary>
internal static class ChangeMaterial
{
    public static void Map(RouteGroupBuilder group) => group.MapPut("/{id}", Handle)
        .WithSummary("Change a material")
        .WithDescription("The whole material is written anew; its chunks and vectors follow. The key can't change. If-Match names the version you saw.")
        .WithRequestExample(CreateMaterial.Example)
        .NeedsMatch()
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);

    private static async Task<Ok<MaterialView>> Handle(
        Guid id, MaterialRequest request, HttpContext context, Caller caller, LearningDbContext db, MaterialWriting writing, CancellationToken cancellationToken)
    {
        var before = await GetMaterial.FindAsync(db.Materials.AsNoTracking(), id, caller, cancellationToken);
        context.Request.RequireMatch(before.Version);
        if (request.Key is { } key && key != before.Key)
        {
            throw new BrokenRule("material-key-fixed", $"The key is {before.Key} and can't become {key}.", "Leave the key out, or add a new material.");
        }

        var material = await writing.WriteAsync(MaterialDraft.Of(request, before.Key), caller.Organisation, cancellationToken);
        context.Response.Tag(material.Version);
        return TypedResults.Ok(MaterialView.Of(material));
    }
}
