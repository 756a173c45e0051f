using System.Numerics.Tensors;
using Learning.Embeddings;
using Learning.Materials;

namespace Learning.Evaluation.Recommending;

/// <summary>A direction for each item from its words, by the embedding model of the language most of them are in, and from its categories.</summary>
public static class ItemDirections
{
    /// <summary>The first words of a description say what it is about; the rest costs time.</summary>
    private const int LettersRead = 240;
    private const int MostCategories = 512;

    /// <summary>Shares of words and categories in the likeness of two items that have both.</summary>
    private const float WordsCount = 0.7f;

    /// <summary>The directions, length 1, or 0 where nothing is known; null when nothing is known of any item.</summary>
    /// <param name="items">What is known.</param>
    /// <param name="models">The embedding models, asked for only where there are words.</param>
    /// <param name="cacheFolder">Where vectors are kept for the next time.</param>
    /// <param name="progress">Told how far it is, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<IReadOnlyList<float[]>?> OfAsync(
        ItemTexts items, Func<EmbeddingModels> models, string cacheFolder, IProgress<EvaluationProgress>? progress, CancellationToken cancellationToken)
    {
        var words = items.Texts.Count == 0 ? [] : await EmbeddedAsync(items.Texts, models(), cacheFolder, progress, cancellationToken);
        var kinds = Kinds(items.Categories);
        if (words.Count == 0 && kinds.Count == 0) return null;
        var (wide, many) = (words.Values.FirstOrDefault().Length, kinds.Values.FirstOrDefault()?.Length ?? 0);
        return [.. Enumerable.Range(0, items.Count).Select(item => Joined(words.GetValueOrDefault(item), wide, kinds.GetValueOrDefault(item), many))];
    }

    private static float[] Joined(ReadOnlyMemory<float> words, int wide, float[]? kinds, int many)
    {
        var direction = new float[wide + many];
        TensorPrimitives.Multiply(words.Span, MathF.Sqrt(WordsCount), direction.AsSpan(0, words.Length));
        if (kinds is not null) TensorPrimitives.Multiply(kinds, MathF.Sqrt(1 - WordsCount), direction.AsSpan(wide));
        var length = TensorPrimitives.Norm<float>(direction);
        if (length > 0) TensorPrimitives.Divide(direction, length, direction);
        return direction;
    }

    private static async Task<Dictionary<int, ReadOnlyMemory<float>>> EmbeddedAsync(
        IReadOnlyDictionary<int, string> texts, EmbeddingModels models, string cacheFolder, IProgress<EvaluationProgress>? progress, CancellationToken cancellationToken)
    {
        var items = texts.Keys.Order().ToList();
        var read = items.ConvertAll(item => texts[item].Length <= LettersRead ? texts[item] : texts[item][..LettersRead]);
        var language = read.CountBy(text => LanguageOf.Text(text)).MaxBy(count => count.Value).Key;
        var vectors = await new VectorCache(cacheFolder).EmbedAsync(models.For(language), read, progress, cancellationToken);
        return items.Zip(vectors).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    /// <summary>A place per category that at least two items have; rare ones say more (inverse document frequency).</summary>
    private static Dictionary<int, float[]> Kinds(IReadOnlyDictionary<int, string[]> categories)
    {
        var common = categories.Values.SelectMany(own => own.Distinct(StringComparer.Ordinal)).CountBy(kind => kind, StringComparer.Ordinal)
            .Where(count => count.Value > 1).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Take(MostCategories).ToList();
        if (common.Count == 0) return [];
        var place = common.Select((count, number) => (count.Key, number)).ToDictionary(pair => pair.Key, pair => pair.number, StringComparer.Ordinal);
        var weight = common.ConvertAll(count => (float)Math.Log(1 + ((double)categories.Count / count.Value)));
        return categories.ToDictionary(item => item.Key, item => Direction(item.Value.Where(place.ContainsKey).Select(kind => place[kind]), weight));
    }

    private static float[] Direction(IEnumerable<int> places, List<float> weight)
    {
        var direction = new float[weight.Count];
        foreach (var place in places) direction[place] = weight[place];
        var length = TensorPrimitives.Norm<float>(direction);
        if (length > 0) TensorPrimitives.Divide(direction, length, direction);
        return direction;
    }
}
