namespace Learning.Ranking.Recommenders;

/// <summary>Who learned what, and when where it is known: one row of item numbers per person. What a person did twice counts once, at its latest time.</summary>
public sealed class Interactions
{
    private readonly int[] _starts;
    private readonly int[] _items;
    private readonly double[] _times;

    private Interactions(int items, int[] starts, int[] itemOf, double[] times) => (Items, _starts, _items, _times) = (items, starts, itemOf, times);

    /// <summary>How many people.</summary>
    public int People => _starts.Length - 1;

    /// <summary>How many items; their numbers run from 0.</summary>
    public int Items { get; }

    /// <summary>How many pairs of person and item.</summary>
    public int Count => _items.Length;

    /// <summary>Whether times are known, in seconds.</summary>
    public bool HasTimes => _times.Length > 0;

    /// <summary>Collects the pairs. Every person's row ends up in the order of time, or of item numbers without times.</summary>
    /// <param name="people">How many people.</param>
    /// <param name="items">How many items.</param>
    /// <param name="personOf">Person of each pair.</param>
    /// <param name="itemOf">Item of each pair.</param>
    /// <param name="timeOf">Time of each pair in seconds, or null.</param>
    public static Interactions Of(int people, int items, IReadOnlyList<int> personOf, IReadOnlyList<int> itemOf, IReadOnlyList<double>? timeOf)
    {
        var starts = new int[people + 1];
        foreach (var person in personOf) starts[person + 1]++;
        for (var person = 0; person < people; person++) starts[person + 1] += starts[person];
        var (next, sorted, times) = (starts[..people], new int[personOf.Count], new double[timeOf is null ? 0 : personOf.Count]);
        for (var pair = 0; pair < personOf.Count; pair++)
        {
            var place = next[personOf[pair]]++;
            sorted[place] = itemOf[pair];
            if (timeOf is not null) times[place] = timeOf[pair];
        }

        return Once(items, starts, sorted, times);
    }

    /// <summary>What a person learned.</summary>
    public ReadOnlySpan<int> Of(int person) => _items.AsSpan(_starts[person].._starts[person + 1]);

    /// <summary>When; empty where times are not known.</summary>
    public ReadOnlySpan<double> TimesOf(int person) => HasTimes ? _times.AsSpan(_starts[person].._starts[person + 1]) : [];

    /// <summary>What a recommender is told of a person.</summary>
    public Learned LearnedBy(int person, ReadOnlyMemory<float> traits = default) => new(
        _items.AsMemory(_starts[person].._starts[person + 1]),
        HasTimes ? _times.AsMemory(_starts[person].._starts[person + 1]) : default,
        traits);

    /// <summary>How many people learned each item.</summary>
    public int[] Counts()
    {
        var counts = new int[Items];
        foreach (var item in _items) counts[item]++;
        return counts;
    }

    /// <summary>The earliest and the latest time; both 0 where none are known.</summary>
    public (double First, double Last) Span() => HasTimes && _times.Length > 0 ? (_times.Min(), _times.Max()) : (0, 0);

    /// <summary>Every time, in no order.</summary>
    public ReadOnlySpan<double> Times => _times;

    /// <summary>The pairs that are kept, with the same numbers of people and items.</summary>
    /// <param name="kept">Whether to keep a pair, by person and place in the person's row.</param>
    public Interactions Where(Func<int, int, bool> kept)
    {
        var (starts, items, times) = (new int[People + 1], new List<int>(Count), new List<double>(_times.Length));
        for (var person = 0; person < People; person++)
        {
            for (var place = _starts[person]; place < _starts[person + 1]; place++)
            {
                if (!kept(person, place - _starts[person])) continue;
                items.Add(_items[place]);
                if (HasTimes) times.Add(_times[place]);
            }

            starts[person + 1] = items.Count;
        }

        return new Interactions(Items, starts, [.. items], [.. times]);
    }

    /// <summary>The same with people and items exchanged: who learned each item, with times.</summary>
    public Interactions Turned()
    {
        var personOf = new int[Count];
        for (var person = 0; person < People; person++) personOf.AsSpan(_starts[person].._starts[person + 1]).Fill(person);
        return Of(Items, People, _items, personOf, HasTimes ? _times : null);
    }

    /// <summary>The same with each pair's place in the person's row for its time, counted in halves: what was learned at one moment shares its place.</summary>
    public Interactions Placed()
    {
        var places = new double[Count];
        for (var person = 0; person < People; person++)
        {
            var own = places.AsSpan(_starts[person].._starts[person + 1]);
            var times = TimesOf(person);
            for (var first = 0; first < own.Length;)
            {
                var last = first;
                while (last + 1 < own.Length && !times.IsEmpty && times[last + 1] == times[first]) last++;
                own[first..(last + 1)].Fill(first + last);
                first = last + 1;
            }
        }

        return new Interactions(Items, _starts, _items, places);
    }

    private static Interactions Once(int items, int[] starts, int[] itemOf, double[] times)
    {
        var (people, kept, seen) = (starts.Length - 1, 0, new int[items]);
        var ends = new int[people + 1];
        for (var person = 0; person < people; person++)
        {
            var row = itemOf.AsSpan(starts[person]..starts[person + 1]);
            var when = times.Length == 0 ? default : times.AsSpan(starts[person]..starts[person + 1]);
            if (when.IsEmpty) row.Sort();
            else Order(row, when);
            for (var place = 0; place < row.Length; place++) seen[row[place]] = place;
            for (var place = 0; place < row.Length; place++)
            {
                // In the order of time the last one stays.
                if (seen[row[place]] != place) continue;
                itemOf[kept] = row[place];
                if (!when.IsEmpty) times[kept] = when[place];
                kept++;
            }

            ends[person + 1] = kept;
        }

        return new Interactions(items, ends, itemOf[..kept], times.Length == 0 ? [] : times[..kept]);
    }

    /// <summary>By time, and by number where times are equal, so that the order of the file decides nothing.</summary>
    private static void Order(Span<int> row, Span<double> when)
    {
        var pairs = new (double When, int Item)[row.Length];
        for (var place = 0; place < row.Length; place++) pairs[place] = (when[place], row[place]);
        Array.Sort(pairs);
        for (var place = 0; place < row.Length; place++) (when[place], row[place]) = pairs[place];
    }
}

/// <summary>What a recommender is told of one person. The person need not be among those it was fitted to.</summary>
/// <param name="Items">What the person learned, in the order of time where it is known.</param>
/// <param name="Times">When, in seconds; empty where not known.</param>
/// <param name="Traits">Age, occupation and the like as <see cref="TraitTable"/> writes them; empty where not known.</param>
public readonly record struct Learned(ReadOnlyMemory<int> Items, ReadOnlyMemory<double> Times, ReadOnlyMemory<float> Traits);
