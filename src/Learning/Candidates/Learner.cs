using Learning.Members;
using Learning.Records;

namespace Learning.Candidates;

/// <summary>What one person contributes to the statistics.</summary>
/// <param name="AgeBand">Age band; null when unknown.</param>
/// <param name="OccupationGroup">Occupation group; null when unknown.</param>
/// <param name="Finished">Materials finished, latest first, each once: whoever reports the same a thousand times counts once.</param>
public sealed record Learner(string? AgeBand, string? OccupationGroup, IReadOnlyCollection<Guid> Finished)
{
    /// <summary>How many days back counts as lately.</summary>
    public const int LatelyDays = 30;

    /// <summary>Which of them were finished lately.</summary>
    public IReadOnlyCollection<Guid> Lately { get; init; } = [];

    /// <summary>Materials that were recalled, and whether the first attempt passed.</summary>
    public IReadOnlyCollection<(Guid Material, bool Passed)> Recalls { get; init; } = [];

    /// <summary>The learner in a member's traits.</summary>
    public static Learner Of(int? birthYear, string? occupationCode, int year, IReadOnlyCollection<Guid> finished) =>
        new(AgeBandOf(birthYear, year), Occupation.GroupOf(occupationCode), finished);

    /// <summary>The learner in a member's records, as they stood at a moment.</summary>
    /// <param name="birthYear">Year of birth; null when unknown.</param>
    /// <param name="occupationCode">Occupation; null when unknown.</param>
    /// <param name="acts">What the member did, in any order; what lies after the moment is not looked at.</param>
    /// <param name="at">The moment.</param>
    public static Learner Of(int? birthYear, string? occupationCode, IEnumerable<Act> acts, DateTimeOffset at)
    {
        var finished = new Dictionary<Guid, DateTimeOffset>();
        var recalls = new Dictionary<Guid, (DateTimeOffset At, bool Passed)>();
        foreach (var act in acts)
        {
            if (act.At >= at)
            {
                continue;
            }

            if (act.Finishes && (!finished.TryGetValue(act.Material, out var last) || act.At > last))
            {
                finished[act.Material] = act.At;
            }

            if (act.Verb == Verb.Recalled && (!recalls.TryGetValue(act.Material, out var first) || act.At < first.At))
            {
                recalls[act.Material] = (act.At, act.Success == true);
            }
        }

        var latest = finished.OrderByDescending(one => one.Value).ThenBy(one => one.Key).ToList();
        var lately = at.AddDays(-LatelyDays);
        return Of(birthYear, occupationCode, at.Year, [.. latest.Select(one => one.Key)]) with
        {
            Lately = [.. latest.TakeWhile(one => one.Value >= lately).Select(one => one.Key)],
            Recalls = [.. recalls.Select(one => (one.Key, one.Value.Passed))],
        };
    }

    private static string? AgeBandOf(int? birthYear, int year) => birthYear is { } born ? Members.AgeBand.Of(year - born)?.Id : null;
}

/// <summary>A record as the statistics read it.</summary>
/// <param name="Material">With which material.</param>
/// <param name="Verb">What was done.</param>
/// <param name="At">When.</param>
/// <param name="Success">Whether a recall was passed or an attendance confirmed.</param>
public readonly record struct Act(Guid Material, Verb Verb, DateTimeOffset At, bool? Success)
{
    /// <summary>Whether the material counts as finished by it.</summary>
    public bool Finishes => Verb == Verb.Completed || (Verb is Verb.Recalled or Verb.Attended && Success == true);
}
