using Learning.Data;
using Learning.Materials;
using Learning.Members;
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
        .WithRequestExample(Example)
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

    /// <summary>An example for the reference.</summary>
    internal static MaterialRequest Example { get; } = new()
    {
        Title = "雨天骑行三件事",
        Text = "# 雨天骑行三件事\n\n减速、开灯、离大车远一点。",
        Summary = "雨天出车前知道先做哪三件事。",
        Topics = ["traffic-safety"],
        Occupations = ["4-10-08-01"],
        Minutes = 5,
        Questions = [new QuestionRequest("雨天骑行先做什么？", ["减速", "赶路"], "减速", "减速、开灯、离大车远一点。")],
    };

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

        if (request.ValidUntil < LocalDay.Of(time.GetUtcNow(), LocalDay.Usual))
        {
            throw new Problem("material-over", $"It was offered until {request.ValidUntil:yyyy-MM-dd}, which has passed.", "validUntil", "Give a day to come, or leave it out.").ToBrokenRule();
        }

        var material = await writing.WriteAsync(MaterialDraft.Of(request, key), caller.Organisation, cancellationToken);
        response.Tag(material.Version);
        return TypedResults.Created($"/api/v1/materials/{material.Id}", MaterialView.Of(material));
    }
}
