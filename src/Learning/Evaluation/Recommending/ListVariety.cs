using System.Numerics.Tensors;
using Learning.Ranking.Recommenders;

namespace Learning.Evaluation.Recommending;

/// <summary>How varied lists are: how uncommon what stands in them is, and how unlike each other.</summary>
internal sealed class ListVariety(TrainingData data)
{
    /// <summary>Likeness is worked out on so many lists; more change the mean by less than is printed.</summary>
    private const int MostLists = 500;

    private readonly int[] _counts = data.Interactions.Counts();
    private readonly int _people = Enumerable.Range(0, data.Interactions.People).Count(person => !data.Interactions.Of(person).IsEmpty);
    private readonly Lazy<Interactions> _turned = new(data.Interactions.Turned);
    private readonly Dictionary<(int, int), double> _likeness = [];
    private readonly Dictionary<int, int[]> _sorted = [];

    /// <summary>Mean self-information of what is listed, in bits: −log₂ of the share of people who learned it (Zhou et al. 2010). What nobody learned counts as learned by half a person.</summary>
    public double Novelty(int[][] lists) => Mean(lists.SelectMany(list => list).Select(item => -Math.Log2(Math.Max(0.5, item < _counts.Length ? _counts[item] : 0) / Math.Max(1, _people))));

    /// <summary>Mean distance between two items of a list: 1 − cosine, of content where it is known, else of who learned them (Ziegler et al. 2005).</summary>
    public double Diversity(int[][] lists)
    {
        var step = Math.Max(1, lists.Length / MostLists);
        return Mean(Enumerable.Range(0, lists.Length).Where(place => place % step == 0).SelectMany(place => Distances(lists[place])));
    }

    private IEnumerable<double> Distances(int[] list)
    {
        for (var left = 0; left < list.Length; left++)
        {
            for (var right = left + 1; right < list.Length; right++) yield return 1 - Likeness(Math.Min(list[left], list[right]), Math.Max(list[left], list[right]));
        }
    }

    private double Likeness(int left, int right)
    {
        if (data.Content is { } content) return TensorPrimitives.Dot<float>(content[left], content[right]);
        if (right >= _counts.Length) return 0;
        if (_likeness.TryGetValue((left, right), out var known)) return known;
        return _likeness[(left, right)] = Both(PeopleOf(left), PeopleOf(right)) / Math.Sqrt(Math.Max(1.0, (double)_counts[left] * _counts[right]));
    }

    private int[] PeopleOf(int item)
    {
        if (_sorted.TryGetValue(item, out var known)) return known;
        var people = _turned.Value.Of(item).ToArray();
        Array.Sort(people);
        return _sorted[item] = people;
    }

    private static int Both(int[] left, int[] right)
    {
        var both = 0;
        for (int one = 0, other = 0; one < left.Length && other < right.Length;)
        {
            if (left[one] == right[other]) both++;
            if (left[one] <= right[other]) one++;
            else other++;
        }

        return both;
    }

    private static double Mean(IEnumerable<double> values) => Math.Round(values.DefaultIfEmpty(0).Average(), 4);
}
