using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Learning.Members.Occupations;
using Learning.Server.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Learning.Server.Members;

/// <summary>Occupations that words may mean.</summary>
/// <param name="Items">Candidates, likeliest first.</param>
/// <param name="Confident">Whether the first may be taken without asking.</param>
public sealed record OccupationsAnswer(IReadOnlyList<OccupationView> Items, bool Confident);

/// <summary>An occupation of the classification.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Score">How well it fits, 0–1.</param>
/// <param name="Why">What fits: its name, or words in common.</param>
public sealed record OccupationView(string Code, string Name, double Score, string Why);

/// <summary>Matches an occupation in somebody's own words to the classification.</summary>
internal static class FindOccupations
{
    private const int Shown = 10;

    public static void Map(RouteGroupBuilder group) => group.MapGet("/occupations", Handle)
        .WithSummary("Find an occupation by everyday words")
        .WithDescription("Candidates of the occupational classification of 2022 with their scores. Where confident is false, a person has to choose.");

    private static Ok<OccupationsAnswer> Handle(
        [FromQuery(Name = "q"), Required, StringLength(OccupationMatcher.MostCharacters, MinimumLength = 1), Description("The occupation in everyday words, in Chinese or English.")] string q, OccupationMatcher occupations, HttpContext context)
    {
        var match = occupations.Match(q, Shown);
        var language = context.Language();
        return TypedResults.Ok(new OccupationsAnswer(
            [.. match.Candidates.Select(candidate => new OccupationView(candidate.Occupation.Code, candidate.Occupation.In(language), candidate.Score, candidate.Why))], match.IsConfident));
    }
}
