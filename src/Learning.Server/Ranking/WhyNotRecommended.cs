using System.ComponentModel;
using Learning.Ranking;
using Learning.Server.Conventions;
using Learning.Server.Errors;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Ranking;

/// <summary>Why a material is not recommended, or where it is.</summary>
/// <param name="Material">The material.</param>
/// <param name="Title">Its title.</param>
/// <param name="Recommended">Whether it is in the list of ten that would be shown now.</param>
/// <param name="Position">Its place in that list; null when it is not in it.</param>
/// <param name="Rule">What keeps it out, such as <c>done</c> or <c>ranked-lower</c>; null when it is in.</param>
/// <param name="Text">The same in words.</param>
/// <param name="SpeaksFor">What speaks for it all the same.</param>
public sealed record WhyNotView(Guid Material, string Title, bool Recommended, int? Position, string? Rule, string Text, IReadOnlyList<ReasonView> SpeaksFor);

/// <summary>Answers "why not that one?" for any material.</summary>
internal static class WhyNotRecommended
{
    private const int ListOf = 10;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/me/recommendations/why-not", Mine)
            .WithSummary("Why a material is not recommended to me")
            .Refuses(StatusCodes.Status404NotFound);
        group.MapGet("/members/{id}/recommendations/why-not", OfMember)
            .WithSummary("Why a material is not recommended to a member")
            .Refuses(StatusCodes.Status404NotFound);
    }

    private static Task<Ok<WhyNotView>> Mine(
        [Description("Id of the material.")] Guid material, HttpContext context, Caller caller, Recommender recommender, CancellationToken cancellationToken) =>
        AnswerAsync(caller.RequiredMemberId, material, context, recommender, cancellationToken);

    private static async Task<Ok<WhyNotView>> OfMember(
        Guid id, [Description("Id of the material.")] Guid material, HttpContext context, Scope scope, Recommender recommender, CancellationToken cancellationToken)
    {
        await scope.RequireMemberAsync(id, cancellationToken);
        return await AnswerAsync(id, material, context, recommender, cancellationToken);
    }

    private static async Task<Ok<WhyNotView>> AnswerAsync(Guid member, Guid material, HttpContext context, Recommender recommender, CancellationToken cancellationToken)
    {
        var why = await recommender.WhyNotAsync(member, material, ListOf, context.AskedLanguage(), cancellationToken);
        return TypedResults.Ok(new WhyNotView(
            why.Material.Id, why.Material.Title, why.Position is not null, why.Position, why.Exclusion?.Rule, why.Text,
            [.. why.SpeaksFor.Select(reason => Recommend.View(reason, why.Language))]));
    }
}
