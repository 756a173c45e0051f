using System.Text.Json.Serialization;
using Learning.Members;
using Learning.Ranking.Recommenders;

namespace Learning.Evaluation.Recommending;

/// <summary>Who belongs to which age band, occupation, and both, where the set says so.</summary>
internal sealed class Groups
{
    /// <summary>Means over fewer people say nothing of a group, and might say something of a person.</summary>
    private const int Fewest = 10;

    private static readonly string[] OccupationNames = ["occupation", "job", "profession", "career"];

    private readonly IReadOnlyList<double?>? _ages;
    private readonly IReadOnlyList<string?>? _occupations;

    public Groups(IReadOnlyList<TraitColumn> columns)
    {
        _ages = columns.FirstOrDefault(column => string.Equals(column.Name, "age", StringComparison.OrdinalIgnoreCase))?.Numbers;
        _occupations = columns.FirstOrDefault(column => OccupationNames.Contains(column.Name, StringComparer.OrdinalIgnoreCase))?.Words;
    }

    /// <summary>Means by group, largest groups first.</summary>
    public IReadOnlyList<GroupReport> Of(List<int> people, List<ListQuality> quality)
    {
        var members = new Dictionary<string, List<ListQuality>>(StringComparer.Ordinal);
        for (var place = 0; place < people.Count; place++)
        {
            foreach (var group in GroupsOf(people[place]))
            {
                if (!members.TryGetValue(group, out var lists)) members[group] = lists = [];
                lists.Add(quality[place]);
            }
        }

        return [.. members.Where(group => group.Value.Count >= Fewest).OrderByDescending(group => group.Value.Count).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new GroupReport(group.Key, group.Value.Count, Mean(group.Value, list => list.Ndcg), Mean(group.Value, list => list.Recall), Mean(group.Value, list => list.Hit)))];
    }

    private IEnumerable<string> GroupsOf(int person)
    {
        var band = _ages?[person] is { } age and >= 0 and < 150 ? AgeBand.Of((int)age)?.Id : null;
        var occupation = _occupations?[person];
        if (band is not null) yield return $"age {band}";
        if (occupation is not null) yield return $"occupation {occupation}";
        if (band is not null && occupation is not null) yield return $"age {band} × occupation {occupation}";
    }

    private static double Mean(List<ListQuality> quality, Func<ListQuality, double> measure) => Math.Round(quality.Average(measure), 4);
}

/// <summary>How good a model is for a group.</summary>
/// <param name="Group">Age band, occupation, or both.</param>
/// <param name="People">How many were judged.</param>
/// <param name="Ndcg">Mean nDCG@10.</param>
/// <param name="Recall">Mean recall@10.</param>
/// <param name="Hit">Share for whom something was found.</param>
public sealed record GroupReport(
    [property: JsonPropertyName("group")] string Group,
    [property: JsonPropertyName("people")] int People,
    [property: JsonPropertyName("ndcg@10")] double Ndcg,
    [property: JsonPropertyName("recall@10")] double Recall,
    [property: JsonPropertyName("hit@10")] double Hit);
