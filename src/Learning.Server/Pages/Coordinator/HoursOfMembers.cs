using Learning.Data;
using Learning.Materials;
using Learning.Members;
using Learning.Plans;
using Learning.Records;
using Learning.Rules;
using Learning.Server.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Pages.Coordinator;

/// <summary>Where a member stands with a rule's hours.</summary>
/// <param name="Member">The member.</param>
/// <param name="Groups">Groups today.</param>
/// <param name="Earned">Hours with evidence in the rule's period.</param>
/// <param name="Planned">Hours that the open plan still brings in it.</param>
/// <param name="IsExempt">Whether nothing is demanded.</param>
internal sealed record MemberHours(Learning.Members.Member Member, IReadOnlyList<Guid> Groups, decimal Earned, decimal Planned, bool IsExempt);

/// <summary>Adds up hours for the members a coordinator looks after. Groups are compared, never members.</summary>
internal sealed class HoursOfMembers(LearningDbContext db, Scope scope, Catalogue catalogue)
{
    /// <summary>Most members in one picture.</summary>
    public const int Most = 5000;

    /// <summary>The hours of a rule, for everybody to whom it applies on a day.</summary>
    public async Task<IReadOnlyList<MemberHours>> ReadAsync(RulePack pack, DateOnly day, CancellationToken cancellationToken)
    {
        var members = (await scope.LookedAfter.AsNoTracking().Include(member => member.Groups).AsSplitQuery().OrderBy(member => member.Id).Take(Most).ToListAsync(cancellationToken))
            .Where(member => pack.AppliesOn(day, member)).ToList();
        var ids = members.ConvertAll(member => member.Id);
        var materials = await catalogue.CurrentAsync(db, cancellationToken);
        var records = (await db.Records.AsNoTracking().Where(record => record.Success == true && scope.LookedAfter.Any(member => member.Id == record.MemberId)).ToListAsync(cancellationToken)).ToLookup(record => record.MemberId);
        var plans = (await db.Plans.AsNoTracking().Where(plan => ids.Contains(plan.MemberId) && OpenPlans.States.Contains(plan.State)).ToListAsync(cancellationToken)).ToLookup(plan => plan.MemberId);
        var period = RulePeriod.Of(pack.Hours?.Period ?? "year", day);
        return [.. members.Select(member => new MemberHours(
            member,
            [.. member.Groups.On(day).Select(membership => membership.GroupId)],
            History.Of(records[member.Id], materials).HoursEarned(materials, period.First, period.Last),
            Planned(plans[member.Id].OrderByDescending(plan => plan.State).FirstOrDefault(), day, period, materials, records[member.Id]),
            pack.ExemptionOf(member, day) is not null))];
    }

    private static decimal Planned(StoredPlan? plan, DateOnly day, RulePeriod period, CatalogueSnapshot materials, IEnumerable<LearningRecord> records)
    {
        var done = History.Of(records, materials).LessonsDone;
        return (plan?.Items ?? []).Where(item => item.Date >= day && item.Date <= period.Last && materials.ById.TryGetValue(item.Material, out var entry) && !done.Contains(entry.Lesson)).Sum(item => item.Hours);
    }
}
