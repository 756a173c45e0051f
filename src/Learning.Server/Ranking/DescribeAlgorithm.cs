using Learning.Server.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Ranking;

/// <summary>How recommendations are made, from the running configuration and the manifest of the model that ranks.</summary>
/// <param name="Model">Id of the model that ranks.</param>
/// <param name="Text">In words.</param>
/// <param name="Uses">What it looks at, and how much each counts.</param>
/// <param name="NotUsed">What it does not look at.</param>
/// <param name="Sources">Where candidates come from.</param>
/// <param name="NeverShown">What is taken out, whatever its score.</param>
/// <param name="LeftToChance">How likely each of a list's last lines is given to chance, so that other materials get one; 0–1.</param>
/// <param name="WithPersonalisationOff">What is left when a member switches personalisation off.</param>
/// <param name="LearnedFrom">How many members' records the statistics hold.</param>
/// <param name="Trained">When the model was trained, on what, how good it is and for whom; null for the one set by hand.</param>
public sealed record AlgorithmView(
    string Model, string Text, IReadOnlyList<FeatureView> Uses, IReadOnlyList<string> NotUsed, IReadOnlyList<string> Sources, IReadOnlyList<string> NeverShown,
    double LeftToChance, string WithPersonalisationOff, int LearnedFrom, TrainedView? Trained);

/// <summary>Something a model looks at.</summary>
/// <param name="Name">Its name; also the kind of the reason it gives.</param>
/// <param name="Text">The same in words.</param>
/// <param name="Weight">Points for a value of 1; in a model of trees the mean size of what it adds.</param>
/// <param name="Personal">Whether it looks at the person; such features are not used with personalisation off.</param>
/// <param name="Learned">Whether the weight was learned; else a person set it.</param>
public sealed record FeatureView(string Name, string Text, double Weight, bool Personal, bool Learned);

/// <summary>Tells everybody how it ranks.</summary>
internal static class DescribeAlgorithm
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/algorithm", Handle)
        .WithSummary("How recommendations are made")
        .WithDescription("Public. Generated from the running configuration and the manifest of the model that ranks.");

    private static async Task<Ok<AlgorithmView>> Handle(HttpContext context, AlgorithmTold told, CancellationToken cancellationToken) =>
        TypedResults.Ok(await told.InAsync(context.Language(), cancellationToken));
}
