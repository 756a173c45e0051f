using Learning.Data;
using Learning.Materials;
using Learning.Plans;
using Learning.Plans.Words;
using Learning.Rules;
using Learning.Server.Conventions;
using Learning.Server.Errors;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Plans;

/// <summary>Tells a plan in words: the member's letter, why a lesson, what a coordinator should look at.</summary>
internal static class TellPlan
{
    public static void MapForEverybody(RouteGroupBuilder group)
    {
        group.MapGet("/plans/{id}/letter", (Guid id, Teller teller, HttpContext context, CancellationToken cancellationToken) => teller.TellAsync(WordsKind.Letter, id, null, context, cancellationToken))
            .WithSummary("Read the letter for a plan")
            .WithDescription("In the language asked for, else the member's. Words that a language model wrote say so in aiGenerated and label, and were checked against the plan; where none is configured, or it failed, the house's own sentences stand here.")
            .Refuses(StatusCodes.Status404NotFound);
        group.MapGet("/plans/{id}/items/{material}/why", (Guid id, Guid material, Teller teller, HttpContext context, CancellationToken cancellationToken) => teller.TellAsync(WordsKind.Why, id, material, context, cancellationToken))
            .WithSummary("Ask why this lesson, and why now")
            .Refuses(StatusCodes.Status404NotFound);
    }

    public static void MapForCoordinators(RouteGroupBuilder group) =>
        group.MapGet("/{id}/attention", (Guid id, Teller teller, HttpContext context, CancellationToken cancellationToken) => teller.TellAsync(WordsKind.Attention, id, null, context, cancellationToken))
            .WithSummary("Ask what to look at in a plan")
            .Refuses(StatusCodes.Status404NotFound);

    /// <summary>Reads what may be said and has it said.</summary>
    internal sealed class Teller(Scope scope, LearningDbContext db, Catalogue catalogue, RulePacks rules, Narrator narrator)
    {
        public async Task<Ok<PlanWordsView>> TellAsync(WordsKind kind, Guid id, Guid? material, HttpContext context, CancellationToken cancellationToken)
        {
            var plan = await GetPlan.FindAsync(id, scope, db, cancellationToken);
            var facts = await FactsAsync(plan, kind, context, cancellationToken);
            var told = await narrator.TellAsync(kind, facts, material, cancellationToken);
            context.Response.Tag(plan.Version);
            return TypedResults.Ok(PlanWordsView.Of(told, facts));
        }

        private async Task<PlanFacts> FactsAsync(StoredPlan plan, WordsKind kind, HttpContext context, CancellationToken cancellationToken)
        {
            var language = context.AskedLanguage()
                ?? (kind == WordsKind.Attention ? "en" : await db.Members.Where(member => member.Id == plan.MemberId).Select(member => member.Language).SingleAsync(cancellationToken));
            var facts = PlanFacts.Of(plan, await catalogue.CurrentAsync(db, cancellationToken), rules, language);
            return kind == WordsKind.Attention ? facts with { Causes = [.. plan.Causes.Select(cause => cause.In(language))] } : facts;
        }
    }
}
