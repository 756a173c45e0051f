using Learning.Data;
using Learning.Materials;
using Learning.Server.Conventions;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Materials;

/// <summary>Adds one material.</summary>
internal static class CreateMaterial
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("", Handle)
        .WithSummary("Add a material")
        .WithRequestExample(new MaterialRequest { Title = "雨天骑行三件事", Text = "# 雨天骑行三件事\n\n减速、开灯、离大车远一点。", Topics = ["traffic-safety"], Minutes = 5 })
        .Refuses(StatusCodes.Status409Conflict);

    private static async Task<Created<MaterialView>> Handle(
        MaterialRequest request, HttpResponse response, Caller caller, LearningDbContext db, MaterialWriting writing, TimeProvider time, CancellationToken cancellationToken)
    {
        var key = request.Key ?? Guid.CreateVersion7(time.GetUtcNow()).ToString();
        if (await db.Materials.AnyAsync(material => material.Organisation == caller.Organisation && material.Key == key, cancellationToken))
        {
            throw new BrokenRule("material-key-taken", $"A material with the key {key} is there already.", "Change that one by PUT, or choose another key.", BrokenRuleKind.Conflict)
            {
                Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["key"] = key },
            };
        }

        var material = await writing.WriteAsync(MaterialDraft.Of(request, key), caller.Organisation, cancellationToken);
        response.Tag(material.Version);
        return TypedResults.Created($"/api/v1/materials/{material.Id}", MaterialView.Of(material));
    }
}
