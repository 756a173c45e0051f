using System.Globalization;
using Learning.Candidates;
using Learning.Materials;
using Learning.Members;
using Learning.Records.Recall;

namespace Learning.Plans;

/// <summary>What was learned comes back as short candidates once it is about to be forgotten. They bring no credit: hours count once.</summary>
internal static class RecallCandidates
{
    /// <summary>How long one takes.</summary>
    public const int Minutes = 5;

    private const int MostPerWeek = 2;

    /// <summary>A recall is worth half of the best lesson: as a rule it finds a place, and it pushes out nothing that is asked.</summary>
    private const double Worth = 0.5;

    /// <summary>The recalls that fall into a plan. With personalisation off there are none: they follow from the person's history.</summary>
    public static IEnumerable<PlanCandidate> Of(MemberRequest asked, double mostUtility, DateOnly begin, DateOnly until, int weeks) => asked.Request.Person is null ? [] :
        from recall in Recalls.Of(asked.History, asked.Request.Catalogue, moment => LocalDay.Of(moment, asked.Member.TimeZone))
            .Where(recall => recall.Due <= until && MayBeShown(recall.Material, asked)).Take(MostPerWeek * weeks)
        let material = asked.Request.Catalogue.ById[recall.Material]
        let first = recall.Due > begin ? recall.Due : begin
        select new PlanCandidate
        {
            Material = material.Id,
            Lesson = IdSource.Of(DateTimeOffset.UnixEpoch, material.Lesson.ToByteArray()),
            Recall = true,
            Utility = Worth * mostUtility,
            Minutes = Math.Min(Minutes, material.Minutes),
            Mode = Mode.Practise,
            Topics = material.Topics,
            ValidFrom = first > material.ValidFrom || material.ValidFrom is null ? first : material.ValidFrom,
            ValidUntil = material.ValidUntil,
            Reasons = [new PlanReason("recall", 1, Values(recall, first))],
        };

    /// <summary>Withdrawn, expired or dismissed materials come back on no path.</summary>
    private static bool MayBeShown(Guid material, MemberRequest asked) =>
        asked.Request.Catalogue.ById.TryGetValue(material, out var entry) && Funnel.WhyNot(entry, asked.Request) is { Rule: "done" } && !asked.History.Dismissed.Contains(material);

    private static Dictionary<string, string> Values(DueRecall recall, DateOnly first) => new(StringComparer.Ordinal)
    {
        ["days"] = (first.DayNumber - recall.Last.DayNumber).ToString(CultureInfo.InvariantCulture),
        ["learned"] = recall.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["until"] = recall.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["percent"] = Math.Round(100 * Fsrs.Chance(recall.Memory, first.DayNumber - recall.Last.DayNumber)).ToString(CultureInfo.InvariantCulture),
    };
}
