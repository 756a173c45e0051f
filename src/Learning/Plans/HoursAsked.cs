using Learning.Materials;
using Learning.Members;
using Learning.Records;
using Learning.Rules;

namespace Learning.Plans;

/// <summary>What a rule pack asks of a member in its period, and how far the member is.</summary>
/// <param name="Pack">The rule pack.</param>
/// <param name="Period">The period in which hours count.</param>
/// <param name="Earned">Credit hours with evidence in the period.</param>
/// <param name="TopicsMissing">Hours still missing on single topics.</param>
/// <param name="Exemption">What takes the member out of it; null when nothing does.</param>
public sealed record HoursAsked(RulePack Pack, RulePeriod Period, decimal Earned, IReadOnlyList<TopicMinimum> TopicsMissing, RuleExemption? Exemption)
{
    /// <summary>Credit hours asked in the period.</summary>
    public decimal Target => Pack.Hours!.Target;

    /// <summary>Credit hours still missing, 0 or more.</summary>
    public decimal Missing => Math.Max(0, Target - Earned);

    /// <summary>Whether the member is exempt.</summary>
    public bool Exempt => Exemption is not null;

    /// <summary>The hours asked of a member on a day, one line per rule pack that asks for hours.</summary>
    public static IReadOnlyList<HoursAsked> Of(RulePacks rules, Member member, History history, CatalogueSnapshot catalogue, DateOnly day) =>
    [
        .. from pack in rules.For(member, day)
           where pack.Hours is not null
           let period = RulePeriod.Of(pack.Hours!.Period, day)
           select new HoursAsked(
               pack,
               period,
               history.HoursEarned(catalogue, period.First, period.Last, timeZone: member.TimeZone),
               [.. from minimum in pack.Topics
                   let missing = minimum.Hours - history.HoursEarned(catalogue, period.First, period.Last, minimum.Topic, member.TimeZone)
                   where missing > 0
                   select new TopicMinimum(minimum.Topic, missing)],
               pack.ExemptionOf(member, day)),
    ];
}
