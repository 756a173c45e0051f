using Learning.Data;
using Microsoft.EntityFrameworkCore;

namespace Learning.Materials;

/// <summary>Finds materials that wait for each other, over however many steps: nobody could ever begin with one of them.</summary>
internal sealed class PrerequisiteCircles(LearningDbContext db)
{
    private readonly Dictionary<string, Dictionary<string, IReadOnlyList<string>>> _asked = new(StringComparer.Ordinal);

    /// <summary>What is wrong with the prerequisites of a material; null when nothing is, and then they are remembered for the materials that follow.</summary>
    public async Task<Problem?> ProblemOfAsync(string organisation, string key, IReadOnlyList<string> prerequisites, CancellationToken cancellationToken)
    {
        if (!_asked.TryGetValue(organisation, out var asked))
        {
            // A withdrawn material is waited for by nobody.
            asked = _asked[organisation] = (await db.Materials.AsNoTracking().Where(material => material.Organisation == organisation && material.WithdrawnAt == null)
                    .Select(material => new { material.Key, material.Prerequisites }).ToListAsync(cancellationToken))
                .Where(material => material.Prerequisites.Count > 0)
                .ToDictionary(material => material.Key, IReadOnlyList<string> (material) => material.Prerequisites, StringComparer.Ordinal);
        }

        if (CircleOf(key, prerequisites, asked) is { } circle)
        {
            var path = string.Join(" → ", circle);
            return new Problem("material-prerequisite-circle", $"Each of them asks for the next to be finished first: {path}.", $"prerequisites ({path})", "Take one of them out of the prerequisites.");
        }

        asked[key] = prerequisites;
        return null;
    }

    /// <summary>Forgets what was remembered, when it could not be stored.</summary>
    public void Forget() => _asked.Clear();

    /// <summary>The shortest way from a material back to itself.</summary>
    internal static List<string>? CircleOf(string key, IReadOnlyList<string> prerequisites, IReadOnlyDictionary<string, IReadOnlyList<string>> asked)
    {
        var reachedFrom = new Dictionary<string, string>(StringComparer.Ordinal);
        var next = new Queue<string>([key]);
        while (next.TryDequeue(out var at))
        {
            foreach (var before in at == key ? prerequisites : asked.GetValueOrDefault(at) ?? [])
            {
                if (before == key)
                {
                    return [key, .. WayTo(at, key, reachedFrom), key];
                }

                if (reachedFrom.TryAdd(before, at))
                {
                    next.Enqueue(before);
                }
            }
        }

        return null;
    }

    private static List<string> WayTo(string at, string key, Dictionary<string, string> reachedFrom)
    {
        var way = new List<string>();
        for (; at != key; at = reachedFrom[at])
        {
            way.Add(at);
        }

        way.Reverse();
        return way;
    }
}
