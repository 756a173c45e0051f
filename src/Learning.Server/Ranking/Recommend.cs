using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Learning.Ranking;
using Learning.Server.Conventions;
using Learning.Server.Errors;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Learning.Server.Ranking;

/// <summary>What is asked of a recommendation.</summary>
public sealed class RecommendQuery
{
    /// <summary>How many, 1–100; 10 when left out.</summary>
    [FromQuery(Name = "limit")]
    [Range(1, Recommender.LongestList)]
    [Description("How many, 1–100; 10 when left out.")]
    public int? Limit { get; init; }

    /// <summary>Words; then only what answers them is recommended.</summary>
    [FromQuery(Name = "q")]
    [StringLength(500)]
    [Description("Words; then only what answers them is recommended.")]
    public string? Words { get; init; }

    internal int Size => Limit ?? 10;
}

/// <summary>Recommended materials.</summary>
/// <param name="ImpressionId">Under which this list is kept; learning records can name it.</param>
/// <param name="Model">Id of the model that ranked; see /algorithm.</param>
/// <param name="Personalised">Whether traits and history were used.</param>
/// <param name="Items">The materials, first first.</param>
public sealed record RecommendationView(Guid ImpressionId, string Model, bool Personalised, IReadOnlyList<RecommendedView> Items);

/// <summary>A recommended material.</summary>
/// <param name="Material">Its id.</param>
/// <param name="Position">Its place, from 1.</param>
/// <param name="Title">Title.</param>
/// <param name="Summary">What one can do after it.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
/// <param name="Topics">Topic ids.</param>
/// <param name="Minutes">Minutes it takes.</param>
/// <param name="CreditHours">Credit hours for verified completion.</param>
/// <param name="Mode">How it is studied.</param>
/// <param name="Reasons">Why it is here, strongest first.</param>
public sealed record RecommendedView(
    Guid Material, int Position, string Title, string Summary, string Language, IReadOnlyList<string> Topics, int Minutes, decimal CreditHours, Mode Mode,
    IReadOnlyList<ReasonView> Reasons);

/// <summary>A reason.</summary>
/// <param name="Kind">The feature that counted; see /algorithm.</param>
/// <param name="Text">In words.</param>
/// <param name="Weight">Its share of what spoke for the material, 0–1.</param>
public sealed record ReasonView(string Kind, string Text, double Weight);

/// <summary>Recommends materials.</summary>
internal static class Recommend
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/me/recommendations", Mine)
            .WithSummary("What suits me, and why")
            .WithDescription("With personalisation off, nothing of the person touches the list. Every list is kept as an impression.");
        group.MapGet("/members/{id}/recommendations", OfMember)
            .WithSummary("What suits a member, and why")
            .Refuses(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<RecommendationView>> Mine(
        [AsParameters] RecommendQuery query, HttpContext context, Caller caller, Recommender recommender, CancellationToken cancellationToken) =>
        await AnswerAsync(caller.RequiredMemberId, query, context, recommender, cancellationToken);

    private static async Task<Ok<RecommendationView>> OfMember(
        Guid id, [AsParameters] RecommendQuery query, HttpContext context, Scope scope, Recommender recommender, CancellationToken cancellationToken)
    {
        await scope.RequireMemberAsync(id, cancellationToken);
        return await AnswerAsync(id, query, context, recommender, cancellationToken);
    }

    private static async Task<Ok<RecommendationView>> AnswerAsync(Guid member, RecommendQuery query, HttpContext context, Recommender recommender, CancellationToken cancellationToken)
    {
        var recommendation = await recommender.RecommendAsync(member, query.Size, query.Words, context.AskedLanguage(), cancellationToken);
        return TypedResults.Ok(new RecommendationView(
            recommendation.ImpressionId, recommendation.Model, recommendation.Personalised,
            [.. recommendation.Items.Select(item => View(item, recommendation.Language))]));
    }

    private static RecommendedView View(RecommendedItem item, string language) => new(
        item.Material.Id, item.Position, item.Material.Title, item.Material.Summary, item.Material.Language, item.Material.Topics,
        item.Material.Minutes, item.Material.CreditHours, item.Material.Mode, [.. item.Reasons.Select(reason => View(reason, language))]);

    internal static ReasonView View(Reason reason, string language) => new(reason.Kind, reason.In(language), reason.Weight);
}
