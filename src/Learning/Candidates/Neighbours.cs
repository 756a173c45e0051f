using System.Runtime.InteropServices;

namespace Learning.Candidates;

/// <summary>Which materials belong together by what people did. One person counts with at most <see cref="MaterialsPerPersonUsed"/> materials, so nobody moves it alone.</summary>
internal static class Neighbours
{
    public const int MaterialsPerPersonUsed = 200;

    private const int Kept = 60;

    /// <summary>Pseudo-counts towards nothing when two materials met few times.</summary>
    private const double Shrink = 20;

    /// <summary>Materials that the same people finished, closest first: cosine over people, shrunk where few met (Sarwar et al. 2001).</summary>
    public static Dictionary<Guid, List<(Guid Material, double Similarity)>> Together(IReadOnlyCollection<Learner> learners)
    {
        var pairs = new Pairs();
        foreach (var learner in learners)
        {
            var finished = pairs.Numbers(learner.Finished.Take(MaterialsPerPersonUsed));
            for (var i = 0; i < finished.Length; i++)
            {
                for (var j = 0; j < finished.Length; j++)
                {
                    if (i != j)
                    {
                        pairs.Count(finished[i], finished[j]);
                    }
                }
            }
        }

        return pairs.Best(Kept, (met, from, to) => met / (Math.Sqrt((double)from * to) + Shrink));
    }

    /// <summary>Materials finished right after another one, most often first: a first-order chain, shrunk where few went on.</summary>
    public static Dictionary<Guid, List<(Guid Material, double Share)>> After(IReadOnlyCollection<Learner> learners)
    {
        var pairs = new Pairs();
        foreach (var learner in learners)
        {
            var finished = pairs.Numbers(learner.Finished.Take(MaterialsPerPersonUsed));
            for (var i = 0; i + 1 < finished.Length; i++)
            {
                // Latest first: what stands before came after.
                pairs.Count(finished[i + 1], finished[i]);
            }
        }

        return pairs.Best(Kept, (met, from, _) => met / (from + Shrink));
    }

    /// <summary>Counts of ordered pairs, over small numbers instead of ids.</summary>
    private sealed class Pairs
    {
        private readonly Dictionary<Guid, int> _numbers = [];
        private readonly List<Guid> _ids = [];
        private readonly List<int> _people = [];
        private readonly Dictionary<long, int> _met = [];

        public int[] Numbers(IEnumerable<Guid> finished)
        {
            var numbers = finished.Select(Number).ToArray();
            foreach (var number in numbers)
            {
                _people[number]++;
            }

            return numbers;
        }

        public void Count(int from, int to) => CollectionsMarshal.GetValueRefOrAddDefault(_met, ((long)from << 32) | (uint)to, out _)++;

        public Dictionary<Guid, List<(Guid, double)>> Best(int most, Func<int, int, int, double> strength)
        {
            var rows = new List<(Guid Id, double Strength)>?[_ids.Count];
            foreach (var (pair, met) in _met)
            {
                var (from, to) = ((int)(pair >> 32), (int)(uint)pair);
                (rows[from] ??= []).Add((_ids[to], strength(met, _people[from], _people[to])));
            }

            var best = new Dictionary<Guid, List<(Guid, double)>>();
            for (var from = 0; from < rows.Length; from++)
            {
                if (rows[from] is { } row)
                {
                    row.Sort((left, right) => left.Strength != right.Strength ? right.Strength.CompareTo(left.Strength) : left.Id.CompareTo(right.Id));
                    best[_ids[from]] = row.Count > most ? row.GetRange(0, most) : row;
                }
            }

            return best;
        }

        private int Number(Guid id)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, id, out var known);
            if (!known)
            {
                number = _ids.Count;
                _ids.Add(id);
                _people.Add(0);
            }

            return number;
        }
    }
}
