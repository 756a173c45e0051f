using Learning.Server.Conventions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Errors;

/// <summary>What a rule means.</summary>
/// <param name="Rule">Its name, as in a problem's <c>type</c>.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Meaning">When it is broken.</param>
/// <param name="Hint">How to mend it.</param>
public sealed record RuleAnswer(string Rule, string Title, string? Meaning, string? Hint);

/// <summary>Where the <c>type</c> of a problem leads.</summary>
internal static class ProblemPages
{
    public static void MapProblems(this IEndpointRouteBuilder app) => app.MapGroup("/problems").WithTags("Problems").AllowAnonymous()
        .MapGet("/{rule}", Handle)
        .WithSummary("What a rule means, in the language of the caller")
        .Refuses(StatusCodes.Status404NotFound);

    private static Results<Ok<RuleAnswer>, NotFound> Handle(string rule, HttpContext context)
    {
        var language = context.Language();
        if (!ProblemTexts.Rules("zh").Contains(rule) && !ProblemTexts.Rules("en").Contains(rule))
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.ContentLanguage = language;
        return TypedResults.Ok(new RuleAnswer(rule, ProblemTexts.Title(rule, language), ProblemTexts.Detail(rule, language), ProblemTexts.Hint(rule, language)));
    }
}
