using System.Globalization;
using System.Numerics.Tensors;
using System.Text.Json.Serialization;
using Learning.Embeddings;
using Learning.Materials;

namespace Learning.Evaluation;

/// <summary>Judges the embedding models on pairs of sentences that people have scored: <c>a TAB b TAB score</c>.</summary>
public static class SimilarityEvaluation
{
    /// <summary>Reads the pairs, compares the cosines with the scores.</summary>
    /// <param name="file">The file; also .gz.</param>
    /// <param name="models">The embedding models; the language of a pair chooses.</param>
    /// <param name="cacheFolder">Where vectors are kept for the next time.</param>
    /// <param name="progress">Told how far it is, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BrokenRule">The pairs cannot be read.</exception>
    public static async Task<SimilarityReport> RunAsync(
        string file, EmbeddingModels models, string cacheFolder, IProgress<EvaluationProgress>? progress, CancellationToken cancellationToken)
    {
        var pairs = Read(file);
        var cosines = new double[pairs.Count];
        var cache = new VectorCache(cacheFolder);
        foreach (var language in Enumerable.Range(0, pairs.Count).GroupBy(place => LanguageOf.Text($"{pairs[place].Left}\n{pairs[place].Right}"), StringComparer.Ordinal))
        {
            var places = language.ToList();
            var texts = places.SelectMany(place => new[] { pairs[place].Left, pairs[place].Right }).ToList();
            var vectors = await cache.EmbedAsync(models.For(language.Key), texts, progress, cancellationToken);
            for (var pair = 0; pair < places.Count; pair++)
                cosines[places[pair]] = TensorPrimitives.Dot(vectors[2 * pair].Span, vectors[(2 * pair) + 1].Span);
        }

        return new SimilarityReport(pairs.Count, Math.Round(RankCorrelation.Spearman(cosines, pairs.ConvertAll(pair => pair.Score)), 4));
    }

    private static List<(string Left, string Right, double Score)> Read(string file)
    {
        if (!File.Exists(file)) throw DataLines.Unreadable(file, 0, "is not there.");
        var pairs = DataLines.Of(file).Select(line => Pair(file, line.Number, line.Line)).ToList();
        return pairs.Count > 0 ? pairs : throw DataLines.Unreadable(file, 0, "holds no pair.");
    }

    private static (string Left, string Right, double Score) Pair(string file, int number, string line)
    {
        var cells = line.Split('\t');
        return cells.Length == 3 && double.TryParse(cells[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && double.IsFinite(score)
            ? (cells[0], cells[1], score)
            : throw DataLines.Unreadable(file, number, "is not text TAB text TAB number.");
    }
}

/// <summary>How well cosines agree with people.</summary>
/// <param name="Pairs">Pairs.</param>
/// <param name="Spearman"><see cref="RankCorrelation.Spearman"/> of cosines and scores.</param>
public sealed record SimilarityReport(
    [property: JsonPropertyName("pairs")] int Pairs,
    [property: JsonPropertyName("spearman")] double Spearman);
