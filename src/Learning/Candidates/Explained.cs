using Learning.Algebra;

namespace Learning.Candidates;

/// <summary>
/// What materials say of each other when all that people finished speaks at once: the closed form of EASE (Steck 2019, arXiv
/// 1905.03375) with the denoising of EDLAE (Steck 2020). What two materials owe to a third is taken off, so that each finished
/// lesson says only what the others do not say already.
/// </summary>
internal static class Explained
{
    /// <summary>More materials than these, the most finished ones, would take seconds whenever the statistics are made anew.</summary>
    private const int MostMaterials = 1_500;

    private const int Kept = 60;
    private const double Ridge = 200;
    private const double Dropout = 0.33;

    /// <summary>For each material those it speaks for, most first.</summary>
    public static Dictionary<Guid, List<(Guid Material, double Weight)>> Of(IReadOnlyCollection<Learner> learners)
    {
        var ids = learners.SelectMany(learner => learner.Finished.Take(Neighbours.MaterialsPerPersonUsed)).CountBy(id => id)
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key).Take(MostMaterials).Select(count => count.Key).ToArray();
        if (ids.Length == 0)
        {
            return [];
        }

        var map = Met(learners, ids);
        for (var place = 0; place < ids.Length; place++)
        {
            ref var own = ref map[(place * ids.Length) + place];
            own += Ridge + (Dropout / (1 - Dropout) * own);
        }

        SymmetricInverse.Of(map, ids.Length, Environment.ProcessorCount, CancellationToken.None);
        return Enumerable.Range(0, ids.Length).ToDictionary(from => ids[from], from => Best(map, ids, from));
    }

    /// <summary>How often materials met, people with long histories counting less, all pairs together as much as before.</summary>
    private static double[] Met(IReadOnlyCollection<Learner> learners, Guid[] ids)
    {
        var places = ids.Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place);
        var rows = learners.Select(learner => learner.Finished.Take(Neighbours.MaterialsPerPersonUsed).Where(places.ContainsKey).Select(id => places[id]).ToArray()).Where(row => row.Length > 0).ToList();
        var scale = rows.Sum(row => row.Length) / rows.Sum(row => Math.Sqrt(row.Length));
        var met = new double[ids.Length * ids.Length];
        foreach (var row in rows)
        {
            var counts = scale / Math.Sqrt(row.Length);
            foreach (var from in row)
            {
                foreach (var to in row)
                {
                    met[(from * ids.Length) + to] += counts;
                }
            }
        }

        return met;
    }

    private static List<(Guid Material, double Weight)> Best(double[] inverse, Guid[] ids, int from) =>
        [.. Enumerable.Range(0, ids.Length).Where(to => to != from)
            .Select(to => (Material: ids[to], Weight: -inverse[(from * ids.Length) + to] / inverse[(to * ids.Length) + to]))
            .Where(pair => pair.Weight > 0).OrderByDescending(pair => pair.Weight).ThenBy(pair => pair.Material).Take(Kept)];
}
