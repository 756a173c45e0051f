using System.Numerics.Tensors;
using Learning.Embeddings;
using Learning.Materials;

namespace Learning.Evaluation;

/// <summary>Judges the embedding models on pairs of sentences that people have scored: <c>a TAB b TAB score</c>.</summary>
public static class SimilarityEvaluation
{
    /// <summary>Reads the pairs, compares the cosines with the scores.</summary>
    /// <param name="path">The file (also .gz), or a folder whose .tsv and .txt files are read.</param>
    /// <param name="models">The embedding models; the language of a pair chooses.</param>
    /// <param name="cacheFolder">Where vectors are kept for the next time.</param>
    /// <param name="progress">Told how far it is, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BrokenRule">The pairs cannot be read.</exception>
    public static async Task<SimilarityReport> RunAsync(
        string path, EmbeddingModels models, string cacheFolder, IProgress<EvaluationProgress>? progress, CancellationToken cancellationToken)
    {
        var (pairs, broken) = SentencePair.Read(path);
        var cache = new VectorCache(cacheFolder);
        var languages = new List<SimilarityOfLanguage>();
        foreach (var language in pairs.GroupBy(pair => LanguageOf.Text($"{pair.Left}\n{pair.Right}"), StringComparer.Ordinal).OrderByDescending(group => group.Count()))
        {
            var group = language.ToList();
            var vectors = await cache.EmbedAsync(models.For(language.Key), [.. group.SelectMany(pair => new[] { pair.Left, pair.Right })], progress, cancellationToken);
            var cosines = group.Select((_, place) => (double)TensorPrimitives.Dot(vectors[2 * place].Span, vectors[(2 * place) + 1].Span)).ToList();
            languages.Add(new SimilarityOfLanguage(language.Key, group.Count, Math.Round(RankCorrelation.Spearman(cosines, group.ConvertAll(pair => pair.Score)), 4)));
        }

        // Cosines of one model say nothing beside those of another, so each language is ranked by itself.
        var spearman = languages.Sum(language => language.Pairs * language.Spearman) / pairs.Count;
        return new SimilarityReport(pairs.Count, Math.Round(spearman, 4), broken, languages);
    }
}
