namespace Learning.Members.Occupations;

/// <summary>How well words fit each occupation: what its names have in common with a title, and what people of it do.</summary>
internal sealed class OccupationWords
{
    private const double Saturation = 1.2;
    private const double LengthWeight = 0.75;
    private const double Levelling = 5;
    private readonly int occupations;
    private readonly Dictionary<string, Votes> votes;
    private readonly Bm25 names;
    private readonly Bm25 tasks;

    public OccupationWords(OccupationTable table, IReadOnlyList<OccupationLabel> labels)
    {
        occupations = table.All.Count;
        votes = VotesOf(labels);
        var texts = labels.ToLookup(label => label.Occupation, label => label.Text);
        names = new Bm25([.. Enumerable.Range(0, occupations).Select(index => OccupationGrams.Short(OccupationText.Plain(string.Join(' ', texts[index]))))]);
        tasks = new Bm25([.. Enumerable.Range(0, occupations).Select(index => OccupationGrams.Short(OccupationText.Plain($"{table.Definition(index)} {table.Tasks(index)}")))]);
    }

    /// <summary>Three numbers for each occupation, each 0 where nothing is shared.</summary>
    /// <param name="parts">The parts of a title with their weights.</param>
    public WordFit Fit(IReadOnlyList<(string Text, double Weight)> parts)
    {
        var shorts = Weighted(parts, OccupationGrams.Short);
        return new WordFit(VotesFor(Weighted(parts, OccupationGrams.Long)), Levelled(names.Scores(shorts, occupations)), Levelled(tasks.Scores(shorts, occupations)));
    }

    /// <summary>Whether any piece of a text stands in a name: a pair of Han characters, or a word.</summary>
    public bool Knows(string text) => OccupationGrams.Short(text).Exists(gram => (gram.Length > 1 || !OccupationText.IsHan(gram[0])) && votes.ContainsKey(gram));

    private static Dictionary<string, double> Weighted(IReadOnlyList<(string Text, double Weight)> parts, Func<string, List<string>> grams)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (text, weight) in parts)
        {
            foreach (var gram in grams(text)) weights[gram] = Math.Max(weights.GetValueOrDefault(gram), weight);
        }

        return weights;
    }

    /// <summary>Every piece votes for the occupations whose names hold it, rare pieces louder.</summary>
    private double[] VotesFor(Dictionary<string, double> grams)
    {
        var fit = new double[occupations];
        var known = grams.Where(pair => votes.ContainsKey(pair.Key)).Select(pair => (Votes: votes[pair.Key], Weight: pair.Value * votes[pair.Key].Rarity)).ToList();
        var length = Math.Sqrt(known.Sum(pair => pair.Weight * pair.Weight));
        foreach (var (said, weight) in known)
        {
            foreach (var (occupation, share) in said.Shares) fit[occupation] += weight / length * share;
        }

        return fit;
    }

    private static Dictionary<string, Votes> VotesOf(IReadOnlyList<OccupationLabel> labels) => labels
        .SelectMany(label => OccupationGrams.Long(OccupationText.Plain(label.Text)).Distinct(StringComparer.Ordinal).Select(gram => (gram, label.Occupation)))
        .GroupBy(pair => pair.gram, pair => pair.Occupation, StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => group.Count() is var all
                ? new Votes(1 + Math.Log((1.0 + labels.Count) / (1 + all)), [.. group.CountBy(occupation => occupation).Select(pair => (pair.Key, (float)pair.Value / (all + 1)))])
                : throw new InvalidOperationException(),
            StringComparer.Ordinal);

    private static double[] Levelled(double[] scores)
    {
        var highest = scores.Max() + Levelling;
        for (var index = 0; index < scores.Length; index++) scores[index] /= highest;
        return scores;
    }

    private sealed record Votes(double Rarity, (int Occupation, float Share)[] Shares);

    /// <summary>Okapi BM25.</summary>
    private sealed class Bm25
    {
        private readonly Dictionary<string, (int Document, float Score)[]> postings;

        public Bm25(IReadOnlyList<List<string>> documents)
        {
            var average = documents.Average(document => (double)document.Count);
            postings = documents.SelectMany((document, index) => document.CountBy(gram => gram).Select(pair => (pair.Key, index, pair.Value)))
                .GroupBy(triple => triple.Key, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => Posted([.. group.Select(triple => (triple.index, triple.Value))], documents, average), StringComparer.Ordinal);
        }

        public double[] Scores(Dictionary<string, double> grams, int documents)
        {
            var scores = new double[documents];
            foreach (var (gram, weight) in grams)
            {
                foreach (var (document, score) in postings.GetValueOrDefault(gram, [])) scores[document] += weight * score;
            }

            return scores;
        }

        private static (int, float)[] Posted((int Document, int Times)[] with, IReadOnlyList<List<string>> documents, double average)
        {
            var rarity = Math.Log(1 + ((documents.Count - with.Length + 0.5) / (with.Length + 0.5)));
            return [.. with.Select(pair => (pair.Document, (float)(rarity * pair.Times * (1 + Saturation)
                / (pair.Times + (Saturation * (1 - LengthWeight + (LengthWeight * documents[pair.Document].Count / average)))))))];
        }
    }
}

/// <summary>How well words fit each occupation, by its place in the table.</summary>
/// <param name="Votes">Shares of the occupation among the names that hold the pieces of the title.</param>
/// <param name="Names">BM25 with all its names.</param>
/// <param name="Tasks">BM25 with its definition and tasks.</param>
internal sealed record WordFit(double[] Votes, double[] Names, double[] Tasks);
