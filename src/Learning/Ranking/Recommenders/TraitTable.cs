namespace Learning.Ranking.Recommenders;

/// <summary>
/// Traits of people as numbers, one row each. A number such as age becomes smooth, overlapping bands, so that 29 and 30 are
/// neighbours; a word such as an occupation becomes a place of its own. What is not known is 0 everywhere.
/// </summary>
public sealed class TraitTable
{
    private const int Bands = 12;
    private const int MostWords = 64;
    private const int FewestOfAWord = 5;
    private const int OneIn = 200;

    private readonly float[] _values;

    private TraitTable(int width, float[] values, IReadOnlyList<string> names, IReadOnlyList<Range> traits) =>
        (Width, _values, Names, Traits) = (width, values, names, traits);

    /// <summary>Numbers per person.</summary>
    public int Width { get; }

    /// <summary>What each number stands for.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Which numbers belong to one trait.</summary>
    public IReadOnlyList<Range> Traits { get; }

    /// <summary>The numbers of a person.</summary>
    public ReadOnlyMemory<float> Of(int person) => _values.AsMemory(person * Width, Width);

    /// <summary>Makes the table; null when no column says anything.</summary>
    /// <param name="people">How many people.</param>
    /// <param name="columns">Columns, each with one value per person or null where it is not known.</param>
    public static TraitTable? Of(int people, IReadOnlyList<TraitColumn> columns)
    {
        var (parts, traits) = (new List<Part>(), new List<Range>());
        foreach (var column in columns)
        {
            var start = parts.Count;
            parts.AddRange(column.Numbers is { } numbers ? BandsOf(column.Name, numbers) : PlacesOf(column.Name, column.Words!));
            if (parts.Count > start) traits.Add(start..parts.Count);
        }

        if (parts.Count == 0) return null;
        var values = new float[people * parts.Count];
        for (var person = 0; person < people; person++)
        {
            for (var part = 0; part < parts.Count; part++) values[(person * parts.Count) + part] = parts[part].Value(person);
        }

        return new TraitTable(parts.Count, values, parts.ConvertAll(part => part.Name), traits);
    }

    /// <summary>Bells of one width around evenly spread centres between the 1st and the 99th hundredth of what occurs.</summary>
    private static IEnumerable<Part> BandsOf(string name, IReadOnlyList<double?> numbers)
    {
        var known = numbers.OfType<double>().Where(double.IsFinite).Order().ToArray();
        if (known.Length == 0 || known[0] == known[^1]) yield break;
        var (low, high) = (known[known.Length / 100], known[^((known.Length / 100) + 1)]);
        if (low == high) (low, high) = (known[0], known[^1]);
        var step = (high - low) / (Bands - 1);
        for (var band = 0; band < Bands; band++)
        {
            var centre = low + (band * step);
            yield return new Part($"{name}~{centre:0.#}", person => numbers[person] is { } number && double.IsFinite(number) ? Bell((Math.Clamp(number, low, high) - centre) / (2 * step)) : 0);
        }
    }

    private static float Bell(double away) => (float)Math.Exp(-0.5 * away * away);

    /// <summary>Words that hardly anybody shares, such as names and postcodes, say nothing of anybody else.</summary>
    private static IEnumerable<Part> PlacesOf(string name, IReadOnlyList<string?> words)
    {
        var common = words.OfType<string>().GroupBy(word => word, StringComparer.Ordinal)
            .Where(same => same.Count() >= Math.Max(FewestOfAWord, words.Count / OneIn))
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).Take(MostWords).Select(same => same.Key).ToList();
        return common.Count < 2 ? [] : common.Select(word => new Part($"{name}={word}", person => words[person] == word ? 1 : 0));
    }

    private sealed record Part(string Name, Func<int, float> Value);
}

/// <summary>One trait of everybody: numbers or words.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Numbers">A number per person, null where not known; null when the trait is a word.</param>
/// <param name="Words">A word per person, null where not known; null when the trait is a number.</param>
public sealed record TraitColumn(string Name, IReadOnlyList<double?>? Numbers, IReadOnlyList<string?>? Words);
