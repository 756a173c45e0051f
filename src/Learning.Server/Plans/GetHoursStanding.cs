using System.ComponentModel;
using Learning.Data;
using Learning.Plans;
using Learning.Rules;
using Learning.Server.Conventions;
using Learning.Server.Errors;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Server.Plans;

/// <summary>Where the members of the caller's groups stand.</summary>
/// <param name="Items">A line per rule that asks for hours.</param>
public sealed record HoursStandingAnswer(IReadOnlyList<HoursStandingView> Items);

/// <summary>Where they stand with one rule.</summary>
/// <param name="Rule">Id of the rule pack.</param>
/// <param name="Title">Its title.</param>
/// <param name="Target">Hours asked.</param>
/// <param name="From">First day of the period.</param>
/// <param name="By">Last day.</param>
/// <param name="Counted">Members of whom the hours are required: the denominator.</param>
/// <param name="Exempt">Members who are exempt; they are counted nowhere else.</param>
/// <param name="Reached">Counted members who have the hours.</param>
/// <param name="AtRisk">Counted members who are more than a tenth of the target behind an even pace.</param>
public sealed record HoursStandingView(string Rule, string Title, decimal Target, DateOnly From, DateOnly By, int Counted, int Exempt, int Reached, int AtRisk);

/// <summary>A member who may miss the hours.</summary>
/// <param name="Member">The member.</param>
/// <param name="Name">The name.</param>
/// <param name="Missing">Hours missing in the period.</param>
public sealed record AtRiskView(Guid Member, string Name, decimal Missing);

/// <summary>Tells coordinators where their members stand with the hours, and who may need help. Nobody is ranked: lists are in the order of ids.</summary>
internal static class GetHoursStanding
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/hours/standing", Show).WithSummary("Where the members of my groups stand with the hours").WithDescription("Exempt members are told apart: they are in no denominator and on no list.");
        group.MapGet("/hours/at-risk", List).WithSummary("Members of my groups who may miss the hours of a rule").WithDescription("In the order of their ids; never an exempt member.").Refuses(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<HoursStandingAnswer>> Show(Scope scope, LearningDbContext db, RulePacks rules, PlanToday today, HttpContext context, CancellationToken cancellationToken)
    {
        var language = context.Language();
        var standings = await HoursStanding.ReadAsync(db, scope.LookedAfter, rules, today.Date, cancellationToken);
        return TypedResults.Ok(new HoursStandingAnswer([.. standings.Select(line => new HoursStandingView(
            line.Pack.Id, line.Pack.Title.In(language), line.Pack.Hours!.Target, line.Period.First, line.Period.Last, line.Counted, line.Exempt, line.Reached, line.AtRisk.Count))]));
    }

    private static async Task<Ok<Page<AtRiskView>>> List(
        [Description("Id of the rule pack.")] string rule, [AsParameters] PageQuery page, Scope scope, LearningDbContext db, RulePacks rules, PlanToday today, CancellationToken cancellationToken)
    {
        var after = page.After;
        var standings = await HoursStanding.ReadAsync(db, scope.LookedAfter, rules, today.Date, cancellationToken);
        var standing = standings.FirstOrDefault(line => line.Pack.Id == rule)
            ?? throw new BrokenRule("rule-unknown", $"There is no rule pack '{rule}' that asks for hours.", "GET /hours/standing lists them.", BrokenRuleKind.NotFound);
        var rest = standing.AtRisk.Where(member => after == Guid.Empty || member.Member.CompareTo(after) > 0).Take(page.SizeAndOne).ToList();
        return TypedResults.Ok(Page.Of(rest, page.Size, member => member.Member).Select(member => new AtRiskView(member.Member, member.Name, member.Missing)));
    }
}
