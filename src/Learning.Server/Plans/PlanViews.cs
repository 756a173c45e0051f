using Learning.Data;
using Learning.Materials;
using Learning.Members;
using Learning.Plans;
using Learning.Ranking;
using Learning.Reviews;
using Learning.Rules;
using Learning.Server.Conventions;
using Learning.Server.Errors;
using Learning.Server.Ranking;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Plans;

/// <summary>Shows plans in the reader's language. What was withdrawn is not shown, whatever a plan still holds.</summary>
internal sealed class PlanViews(LearningDbContext db, Catalogue catalogue, RulePacks rules, PlanReview review)
{
    public async Task<Ok<PlanView>> AnswerAsync(StoredPlan plan, HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.Tag(plan.Version);
        return TypedResults.Ok(await OfAsync(plan, context, cancellationToken));
    }

    public async Task<PlanView> OfAsync(StoredPlan plan, HttpContext context, CancellationToken cancellationToken)
    {
        var language = context.AskedLanguage() ?? await db.Members.Where(member => member.Id == plan.MemberId).Select(member => member.Language).SingleAsync(cancellationToken);
        var materials = await catalogue.CurrentAsync(db, cancellationToken);
        var hours = plan.Hours.ConvertAll(line => Hours(line, language));
        var history = await review.HistoryAsync(plan.Id, cancellationToken);
        return new PlanView(
            plan.Id, plan.MemberId, plan.State, plan.Version, plan.From, plan.Until, plan.Weeks, plan.Model, plan.Personalised,
            [.. from item in plan.Items
                let material = materials.ById.GetValueOrDefault(item.Material)
                where material is { IsWithdrawn: false }
                select Item(item, material, language)],
            hours.FirstOrDefault(),
            hours,
            new ProofView(plan.Proof.Status, plan.Proof.Bound, [.. plan.Proof.Checks.Select(check => new CheckView(check.Name, check.Passed, check.Detail))]),
            [.. plan.Unmet.Select(unmet => Unmet(unmet, materials, language))],
            CauseView.Of(plan, language),
            TermsView.Of(plan.Terms),
            history.ConvertAll(ReviewActView.Of));
    }

    private static PlanItemView Item(StoredPlanItem item, CatalogueEntry material, string language) => new(
        item.Date, item.Start, item.Minutes, item.Material, material.Title, item.Mode, item.Hours,
        [.. item.Reasons.Select(reason => Recommend.View(new Reason(reason.Kind, reason.Weight, reason.Values), language))]);

    private PlanHoursView Hours(StoredPlanHours line, string language)
    {
        var pack = rules.Find(line.Rule);
        return new PlanHoursView(line.Target, line.Planned, line.Earned, line.By, line.Exempt, new RuleView(
            line.Rule, pack?.Title.In(language) ?? line.Rule, pack?.Source.Document ?? "", pack?.Source.Article ?? "", pack?.Source.Quote ?? "", pack?.Source.Address ?? ""));
    }

    private static UnmetView Unmet(StoredUnmet unmet, CatalogueSnapshot materials, string language)
    {
        var title = unmet.Material is { } id ? materials.ById.GetValueOrDefault(id)?.Title : null;
        return new UnmetView(unmet.Kind, UnmetTexts.Of(unmet, title, language), unmet.Material);
    }
}
