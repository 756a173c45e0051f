using System.Globalization;
using Learning.Candidates;
using Learning.Ranking;

namespace Learning.Plans;

/// <summary>What about a plan a person should look at twice, each cause by name and with its weight. A function of what the plan was made from.</summary>
public static class PlanDoubts
{
    /// <summary>Something asked found no place.</summary>
    public const string Infeasible = "infeasible";

    /// <summary>Most of it rests on little: popularity, novelty, being in the catalogue.</summary>
    public const string ThinEvidence = "thin-evidence";

    /// <summary>Little is known of the member.</summary>
    public const string ColdMember = "cold-member";

    /// <summary>Some of it lies early in the morning or late at night.</summary>
    public const string UnusualHours = "unusual-hours";

    /// <summary>Much of it differs from the plan before.</summary>
    public const string BigChange = "big-change";

    /// <summary>What was left out ranks about as high as what was taken.</summary>
    public const string LowMargin = "low-margin";

    /// <summary>The member is exempt from a rule.</summary>
    public const string Exempt = "exempt";

    private const int FewLessons = 3;
    private const double MostThin = 0.5;
    private const double SmallMargin = 0.02;
    private const double BigShare = 0.2;
    private static readonly TimeOnly Early = new(6, 0);
    private static readonly TimeOnly Late = new(22, 30);
    private static readonly HashSet<string> Thin = new(StringComparer.Ordinal) { "popularity", "new", "in-catalogue", "in-your-language" };

    /// <summary>Every kind there is.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Infeasible, ThinEvidence, ColdMember, UnusualHours, BigChange, LowMargin, Exempt];

    /// <summary>The causes for doubt in a plan as it was just made, gravest first.</summary>
    internal static List<StoredDoubt> Of(StoredPlan plan, MemberRequest asked, IReadOnlyList<RankingTrace> ranked, (IReadOnlyCollection<StoredPlanItem> Now, IReadOnlyCollection<StoredPlanItem> Before)? change) =>
    [
        .. new[] { Unmet(plan), Evidence(plan), Member(asked), Hours(plan), Margin(plan, asked, ranked), Exemption(plan), change is null ? null : Change(change.Value.Now, change.Value.Before) }
            .OfType<StoredDoubt>().OrderByDescending(doubt => doubt.Weight).ThenBy(doubt => doubt.Kind, StringComparer.Ordinal),
    ];

    /// <summary>The doubt that a change of the plan raises; null where little changed.</summary>
    public static StoredDoubt? Change(IReadOnlyCollection<StoredPlanItem> now, IReadOnlyCollection<StoredPlanItem> before)
    {
        var share = ShareChanged(now, before);
        return share < BigShare ? null : new StoredDoubt(BigChange, 3 * share, With(("percent", Percent(share))));
    }

    /// <summary>Which share of a plan differs from the one before: lessons that came, went or moved, of all there are in either.</summary>
    public static double ShareChanged(IReadOnlyCollection<StoredPlanItem> now, IReadOnlyCollection<StoredPlanItem> before)
    {
        var (ours, theirs) = (Places(now), Places(before));
        var all = ours.Union(theirs).Count();
        return all == 0 ? 0 : 1 - ((double)ours.Intersect(theirs).Count() / all);
    }

    private static HashSet<(Guid, DateOnly, TimeOnly)> Places(IReadOnlyCollection<StoredPlanItem> items) => [.. items.Select(item => (item.Material, item.Date, item.Start))];

    private static StoredDoubt? Unmet(StoredPlan plan)
    {
        var unmet = plan.Unmet.Count(one => one.Kind != UnmetKinds.HoursAfterPlan);
        return unmet == 0 ? null : new StoredDoubt(Infeasible, 5 + Math.Min(5, unmet), With(("count", Number(unmet))));
    }

    private static StoredDoubt? Evidence(StoredPlan plan)
    {
        var thin = plan.Items.Count(item => item.Reasons.TrueForAll(reason => Thin.Contains(reason.Kind)));
        return plan.Items.Count == 0 || thin < MostThin * plan.Items.Count ? null : new StoredDoubt(ThinEvidence, 2.0 * thin / plan.Items.Count, With(("count", Number(thin))));
    }

    private static StoredDoubt? Member(MemberRequest asked) => asked.History.LessonsDone.Count >= FewLessons
        ? null
        : new StoredDoubt(ColdMember, 2, With(("count", Number(asked.History.LessonsDone.Count))));

    private static StoredDoubt? Hours(StoredPlan plan)
    {
        var unusual = plan.Items.Count(item => item.Start < Early || item.Start.AddMinutes(item.Minutes) is var end && (end > Late || end < item.Start));
        return unusual == 0 ? null : new StoredDoubt(UnusualHours, 1 + ((double)unusual / plan.Items.Count), With(("count", Number(unusual))));
    }

    private static StoredDoubt? Margin(StoredPlan plan, MemberRequest asked, IReadOnlyList<RankingTrace> ranked)
    {
        var taken = plan.Items.Select(item => item.Material).ToHashSet();
        var free = ranked.Where(trace => asked.Duties.All(duty => duty.Material != trace.Material.Id)).ToList();
        var chosen = free.Where(trace => taken.Contains(trace.Material.Id)).Select(trace => trace.Score).ToList();
        var left = free.Where(trace => !taken.Contains(trace.Material.Id)).Select(trace => trace.Score).ToList();
        if (chosen.Count == 0 || left.Count == 0 || ranked.Max(trace => trace.Score) is var top && top <= 0)
        {
            return null;
        }

        var margin = (chosen.Average() - left.OrderDescending().Take(chosen.Count).Average()) / top;
        return margin >= SmallMargin ? null : new StoredDoubt(LowMargin, 1, With(("percent", Percent(Math.Max(0, margin)))));
    }

    private static StoredDoubt? Exemption(StoredPlan plan) => plan.Hours.Exists(line => line.Exempt) ? new StoredDoubt(Exempt, 1.5, With()) : null;

    private static Dictionary<string, string> With(params (string Name, string Value)[] values) => values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => Math.Round(100 * share).ToString(CultureInfo.InvariantCulture);
}

/// <summary>A cause to look twice, as kept: the kind chooses the sentence, the values fill it.</summary>
/// <param name="Kind">One of <see cref="PlanDoubts.Kinds"/>.</param>
/// <param name="Weight">How grave it is.</param>
/// <param name="Values">Values for the sentence, by name.</param>
public sealed record StoredDoubt(string Kind, double Weight, Dictionary<string, string> Values)
{
    /// <summary>The cause as a sentence.</summary>
    public string In(string language) => Texts.Of("doubt-" + Kind, language, Values);
}
