using Learning.Candidates;
using Learning.Data;
using Learning.Ranking;
using Learning.Server.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Ranking;

/// <summary>How recommendations are made, from the running configuration.</summary>
/// <param name="Model">Id of the model that ranks.</param>
/// <param name="Text">In words.</param>
/// <param name="Uses">What it looks at, and how much each counts.</param>
/// <param name="Sources">Where candidates come from.</param>
/// <param name="NeverShown">What is taken out, whatever its score.</param>
/// <param name="WithPersonalisationOff">What is left when a member switches personalisation off.</param>
/// <param name="LearnedFrom">How many members' records the statistics hold.</param>
public sealed record AlgorithmView(
    string Model, string Text, IReadOnlyList<FeatureView> Uses, IReadOnlyList<string> Sources, IReadOnlyList<string> NeverShown, string WithPersonalisationOff, int LearnedFrom);

/// <summary>Something a model looks at.</summary>
/// <param name="Name">Its name; also the kind of the reason it gives.</param>
/// <param name="Text">The reason it gives, in words.</param>
/// <param name="Weight">Points for a value of 1.</param>
/// <param name="Personal">Whether it looks at the person; such features are not used with personalisation off.</param>
public sealed record FeatureView(string Name, string Text, double Weight, bool Personal);

/// <summary>Tells everybody how it ranks.</summary>
internal static class DescribeAlgorithm
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/algorithm", Handle)
        .WithSummary("How recommendations are made")
        .WithDescription("Public. Generated from the running configuration.");

    internal static async Task<Ok<AlgorithmView>> Handle(HttpContext context, IRanker ranker, StatisticsKeeper statistics, LearningDbContext db, CancellationToken cancellationToken)
    {
        var language = context.Language();
        var people = (await statistics.CurrentAsync(db, cancellationToken)).People;
        return TypedResults.Ok(new AlgorithmView(
            ranker.Id,
            Texts.Of("algorithm", language),
            [.. ranker.Weights.Select(weight => new FeatureView(weight.Name, Texts.Of("feature-" + weight.Name, language), weight.Weight, weight.Personal))],
            [.. Recall.Sources.Select(source => source.Source.Name)],
            Funnel.Rules,
            Texts.Of("algorithm-off", language),
            people));
    }
}
