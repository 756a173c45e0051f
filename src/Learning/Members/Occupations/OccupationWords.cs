namespace Learning.Members.Occupations;

/// <summary>How well words fit each occupation: its nearest name, all its names together, its definition.</summary>
internal sealed class OccupationWords
{
    private const double Saturation = 1.2;
    private const double LengthWeight = 0.75;
    private readonly int occupations;
    private readonly int[] labelOccupation;
    private readonly double[] labelLength;
    private readonly Dictionary<string, int[]> labelsWith;
    private readonly Dictionary<string, (int Occupation, int Times)[]> definitionsWith;
    private readonly double[] definitionLength;

    public OccupationWords(OccupationTable table, IReadOnlyList<OccupationLabel> labels)
    {
        occupations = table.All.Count;
        labelOccupation = [.. labels.Select(label => label.Occupation)];
        var words = labels.Select(label => OccupationText.Words(label.Text)).ToArray();
        labelsWith = words.SelectMany((set, label) => set.Select(word => (word, label))).GroupBy(pair => pair.word, pair => pair.label, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        labelLength = [.. words.Select(Length)];
        var definitions = Enumerable.Range(0, occupations).Select(index => Counts(table.Definition(index))).ToArray();
        definitionsWith = definitions.SelectMany((counts, index) => counts.Select(pair => (pair.Key, index, pair.Value))).GroupBy(triple => triple.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(triple => (triple.index, triple.Value)).ToArray(), StringComparer.Ordinal);
        var lengths = definitions.Select(counts => (double)counts.Values.Sum()).ToArray();
        definitionLength = [.. lengths.Select(length => length / lengths.Average())];
    }

    /// <summary>Three numbers for each occupation, each 0 where no word is shared and near 1 where all are.</summary>
    public WordFit Fit(string clean)
    {
        var words = OccupationText.Words(clean);
        return new WordFit(NearestName(words), Names(words), Definitions(words));
    }

    /// <summary>Cosine with the nearest name, words weighed by how rare they are.</summary>
    private double[] NearestName(HashSet<string> words)
    {
        var best = new double[occupations];
        var length = Length(words);
        if (length == 0) return best;
        var shared = new Dictionary<int, double>();
        foreach (var word in words)
        {
            var rarity = Rarity(word);
            foreach (var label in labelsWith.GetValueOrDefault(word, [])) shared[label] = shared.GetValueOrDefault(label) + (rarity * rarity);
        }

        foreach (var (label, sum) in shared) best[labelOccupation[label]] = Math.Max(best[labelOccupation[label]], sum / (length * labelLength[label]));
        return best;
    }

    /// <summary>BM25 over all names of an occupation together.</summary>
    private double[] Names(HashSet<string> words)
    {
        var fit = new double[occupations];
        var all = 0.0;
        foreach (var word in words)
        {
            var times = labelsWith.GetValueOrDefault(word, []).CountBy(label => labelOccupation[label]).ToArray();
            var rarity = Rarity(times.Length, occupations);
            all += rarity;
            foreach (var (occupation, count) in times) fit[occupation] += Saturated(rarity, count, Saturation);
        }

        return Share(fit, all);
    }

    private double[] Definitions(HashSet<string> words)
    {
        var fit = new double[occupations];
        var all = 0.0;
        foreach (var word in words)
        {
            var times = definitionsWith.GetValueOrDefault(word, []);
            var rarity = Rarity(times.Length, occupations);
            all += rarity;
            foreach (var (occupation, count) in times)
                fit[occupation] += Saturated(rarity, count, Saturation * (1 - LengthWeight + (LengthWeight * definitionLength[occupation])));
        }

        return Share(fit, all);
    }

    private static double Saturated(double rarity, int count, double saturation) => rarity * count * (1 + Saturation) / (count + saturation);

    private static double[] Share(double[] fit, double all)
    {
        for (var index = 0; all > 0 && index < fit.Length; index++) fit[index] /= all;
        return fit;
    }

    private double Length(HashSet<string> words) => Math.Sqrt(words.Sum(word => Rarity(word) * Rarity(word)));

    private double Rarity(string word) => Rarity(labelsWith.GetValueOrDefault(word, []).Length, labelOccupation.Length);

    private static double Rarity(int with, int of) => Math.Log(1 + ((of - with + 0.5) / (with + 0.5)));

    private static Dictionary<string, int> Counts(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var sentence in text.Split('，', '。', '、'))
        {
            foreach (var word in OccupationText.Words(sentence)) counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        return counts;
    }
}

/// <summary>How well words fit each occupation, by its place in the table.</summary>
/// <param name="Nearest">Cosine with the nearest name.</param>
/// <param name="Names">BM25 with all names.</param>
/// <param name="Definition">BM25 with the definition.</param>
internal sealed record WordFit(double[] Nearest, double[] Names, double[] Definition);
