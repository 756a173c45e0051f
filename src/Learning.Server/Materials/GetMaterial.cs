using Learning.Data;
using Learning.Materials;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Materials;

/// <summary>One material with its text.</summary>
internal static class GetMaterial
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id}", Handle)
        .WithSummary("Read a material")
        .WithDescription("A withdrawn material is there for coordinators only, with who withdrew it from view and why.")
        .Refuses(StatusCodes.Status404NotFound);

    private static async Task<Ok<MaterialView>> Handle(Guid id, HttpResponse response, Caller caller, LearningDbContext db, CancellationToken cancellationToken)
    {
        var material = await FindAsync(db.Materials.AsNoTracking(), id, caller, cancellationToken);
        response.Tag(material.Version);
        return TypedResults.Ok(MaterialView.Of(material));
    }

    /// <summary>The material, where the caller may see it.</summary>
    internal static async Task<Material> FindAsync(IQueryable<Material> materials, Guid id, Caller caller, CancellationToken cancellationToken)
    {
        var mayseeWithdrawn = caller.IsCoordinator || caller.IsAdministrator;
        return await materials.FirstOrDefaultAsync(
                material => material.Id == id && material.Organisation == caller.Organisation && (mayseeWithdrawn || material.WithdrawnAt == null), cancellationToken)
            ?? throw new BrokenRule("material-unknown", $"There is no material {id}.", "Use an id from GET /materials.", BrokenRuleKind.NotFound)
            {
                Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = id },
            };
    }
}
