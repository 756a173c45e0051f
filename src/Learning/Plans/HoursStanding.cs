using Learning.Data;
using Learning.Members;
using Learning.Rules;
using Microsoft.EntityFrameworkCore;

namespace Learning.Plans;

/// <summary>Where many members stand with what a rule pack asks. Who is exempt is told apart: in no denominator, on no list of those at risk.</summary>
/// <param name="Pack">The rule pack.</param>
/// <param name="Period">The period in which hours count.</param>
/// <param name="Counted">Members of whom the hours are required: the denominator.</param>
/// <param name="Exempt">Members who are exempt.</param>
/// <param name="Reached">Counted members who have the hours.</param>
/// <param name="AtRisk">Counted members who are behind the pace of the period, in the order of their ids.</param>
public sealed record HoursStanding(RulePack Pack, RulePeriod Period, int Counted, int Exempt, int Reached, IReadOnlyList<MemberAtRisk> AtRisk)
{
    /// <summary>As much of the target a member may be behind the even pace before being at risk.</summary>
    public const decimal Leeway = 0.1m;

    /// <summary>Reads where members stand, a line per rule pack that asks for hours.</summary>
    public static async Task<IReadOnlyList<HoursStanding>> ReadAsync(LearningDbContext db, IQueryable<Member> members, RulePacks rules, DateOnly day, CancellationToken cancellationToken)
    {
        var everybody = await members.AsNoTracking().OrderBy(member => member.Id).ToListAsync(cancellationToken);
        var standings = new List<HoursStanding>();
        foreach (var pack in rules.All.Where(pack => pack.Hours is not null))
        {
            var asked = everybody.Where(member => pack.AppliesOn(day, member)).ToList();
            var period = RulePeriod.Of(pack.Hours!.Period, day);
            standings.Add(Of(pack, period, asked, await EarnedAsync(db, members, period, cancellationToken), day));
        }

        return standings;
    }

    /// <summary>Adds up. A function of its input.</summary>
    internal static HoursStanding Of(RulePack pack, RulePeriod period, IReadOnlyList<Member> asked, IReadOnlyDictionary<Guid, decimal> earned, DateOnly day)
    {
        var counted = asked.Where(member => pack.ExemptionOf(member, day) is null).ToList();
        var target = pack.Hours!.Target;
        var elapsed = (decimal)(day.DayNumber - period.First.DayNumber + 1) / (period.Last.DayNumber - period.First.DayNumber + 1);
        return new HoursStanding(
            pack, period, counted.Count, asked.Count - counted.Count,
            counted.Count(member => earned.GetValueOrDefault(member.Id) >= target),
            [.. counted.Where(member => earned.GetValueOrDefault(member.Id) < target * Math.Max(0, elapsed - Leeway))
                .Select(member => new MemberAtRisk(member.Id, member.Name, target - earned.GetValueOrDefault(member.Id)))]);
    }

    private static async Task<Dictionary<Guid, decimal>> EarnedAsync(LearningDbContext db, IQueryable<Member> members, RulePeriod period, CancellationToken cancellationToken)
    {
        var (first, after) = (LocalDay.StartOf(period.First, LocalDay.Usual), LocalDay.StartOf(period.Last.AddDays(1), LocalDay.Usual));
        return await db.HoursEntries.Where(entry => entry.At >= first && entry.At < after && members.Any(member => member.Id == entry.MemberId))
            .GroupBy(entry => entry.MemberId).Select(own => new { own.Key, Tenths = own.Sum(entry => entry.Tenths) })
            .ToDictionaryAsync(own => own.Key, own => own.Tenths / 10m, cancellationToken);
    }

}

/// <summary>A member behind the pace.</summary>
/// <param name="Member">The member.</param>
/// <param name="Name">The name.</param>
/// <param name="Missing">Hours missing in the period.</param>
public sealed record MemberAtRisk(Guid Member, string Name, decimal Missing);
