using System.Globalization;
using Learning.Data;
using Learning.Materials;
using Learning.Members;
using Learning.Plans;
using Learning.Plans.Changes;
using Learning.Ranking;
using Learning.Records;
using Learning.Reviews;
using Learning.Rules;
using Learning.Server.Conventions;
using Learning.Server.Errors;
using Learning.Server.Ranking;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Plans;

/// <summary>Shows plans in the reader's language. What was withdrawn is not shown, whatever a plan still holds.</summary>
internal sealed class PlanViews(LearningDbContext db, Catalogue catalogue, RulePacks rules, PlanReview review, TimeProvider time)
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
            ProofView.Of(plan.Proof, language),
            [.. plan.Unmet.Select(unmet => Unmet(unmet, materials, language))],
            CauseView.Of(plan, language),
            TermsView.Of(plan.Terms),
            history.ConvertAll(ReviewActView.Of),
            ChangesView.Of(plan.Changes, id => materials.ById.GetValueOrDefault(id)?.Title, language));
    }

    /// <summary>Whether to remind the member of the own plan. A record, or a list that was asked for, is a sign of the member.</summary>
    public async Task<ReminderView> ReminderAsync(StoredPlan plan, HttpContext context, CancellationToken cancellationToken)
    {
        var member = await db.Members.AsNoTracking().Where(one => one.Id == plan.MemberId).Select(one => new { one.Language, one.TimeZone }).SingleAsync(cancellationToken);
        var materials = await catalogue.CurrentAsync(db, cancellationToken);
        var history = await History.ReadAsync(db, plan.MemberId, materials, cancellationToken);
        var shown = await db.Impressions.Where(impression => impression.MemberId == plan.MemberId).MaxAsync(impression => (DateTimeOffset?)impression.At, cancellationToken);
        var seen = history.Records.Select(record => (DateTimeOffset?)record.At).Append(shown).Max();
        var reminder = Reminder.Of(
            [.. plan.Items.Where(item => materials.ById.GetValueOrDefault(item.Material) is { IsWithdrawn: false })], history.Done.Keys.ToHashSet(),
            seen is { } moment ? LocalDay.Of(moment, member.TimeZone) : null, LocalDay.Of(time.GetUtcNow(), member.TimeZone));
        var text = reminder is not { Quiet: false, Next: { } next } ? null : Texts.Of("reminder", context.AskedLanguage() ?? member.Language, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = materials.ById[next.Material].Title, ["when"] = new ChangePlace(next.Date, next.Start).ToString(), ["minutes"] = next.Minutes.ToString(CultureInfo.InvariantCulture),
        });
        return new ReminderView(reminder.Quiet, reminder.Ignored, text, reminder.Next?.Material);
    }

    private static PlanItemView Item(StoredPlanItem item, CatalogueEntry material, string language) => new(
        item.Date, item.Start, item.Minutes, item.Material, material.Title, item.Mode, item.Hours,
        [.. item.Reasons.Select(reason => Recommend.View(new Reason(reason.Kind, reason.Weight, reason.Values), language))],
        item.Recall);

    private PlanHoursView Hours(StoredPlanHours line, string language)
    {
        var pack = rules.Find(line.Rule);
        return new PlanHoursView(line.Target, line.Planned, line.Earned, line.By, line.Exempt, new RuleView(
            line.Rule, rules.TitleOf(line.Rule, language), pack?.Source.Document ?? "", pack?.Source.Article ?? "", pack?.Source.Quote ?? "", pack?.Source.Address ?? ""));
    }

    private UnmetView Unmet(StoredUnmet unmet, CatalogueSnapshot materials, string language)
    {
        string? TitleOf(Guid id) => materials.ById.GetValueOrDefault(id)?.Title;
        return new UnmetView(unmet.Kind, UnmetTexts.Of(unmet, unmet.Material is { } id ? TitleOf(id) : null, language), unmet.Material, ConflictView.Of(unmet.Conflict, TitleOf, rules.TitleOf, language));
    }
}
