using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Learning.Embeddings;
using Learning.Indexing;
using Learning.Indexing.Embedded;
using Learning.Materials;

namespace Learning.Evaluation;

/// <summary>Judges search on a set in BEIR's format, cut, embedded and indexed as materials are.</summary>
public static class SearchEvaluation
{
    private const int Depth = 10;
    private const int IndexedAtOnce = 10_000;

    /// <summary>Reads, indexes and asks.</summary>
    /// <param name="folder">Folder of the set.</param>
    /// <param name="models">The embedding models; each text's language chooses.</param>
    /// <param name="cacheFolder">Where vectors are kept for the next time.</param>
    /// <param name="progress">Told how far it is, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BrokenRule">The set cannot be read.</exception>
    public static async Task<SearchReport> RunAsync(
        string folder, EmbeddingModels models, string cacheFolder, IProgress<EvaluationProgress>? progress, CancellationToken cancellationToken)
    {
        var set = SearchSet.Read(folder);
        var watch = Stopwatch.StartNew();
        var index = new EmbeddedIndex();
        var names = await FillAsync(index, set, models, new VectorCache(cacheFolder), progress, cancellationToken);
        var seconds = watch.Elapsed.TotalSeconds;
        var modes = new List<SearchModeReport>();
        foreach (var mode in Enum.GetValues<SearchMode>()) modes.Add(await AskAsync(index, set, names, models, mode, progress, cancellationToken));
        return new SearchReport(set.Name, modes, Math.Round(seconds, 2), set.Documents.Count, index.Size.Chunks, set.Notes);
    }

    private static async Task<Dictionary<Guid, string>> FillAsync(
        EmbeddedIndex index, SearchSet set, EmbeddingModels models, VectorCache cache, IProgress<EvaluationProgress>? progress, CancellationToken cancellationToken)
    {
        var materials = set.Documents.Select(Material).ToList();
        foreach (var language in materials.GroupBy(material => material.Language, StringComparer.Ordinal))
        {
            var model = models.For(language.Key);
            var chunks = language.SelectMany(material => material.Chunks).ToList();
            var vectors = await cache.EmbedAsync(model, chunks.ConvertAll(chunk => Chunk.EmbeddedOf(chunk.Heading, chunk.Text)), progress, cancellationToken);
            var byChunk = chunks.Zip(vectors).ToDictionary(pair => pair.First.Id, pair => pair.Second);
            foreach (var batch in language.Chunk(IndexedAtOnce))
                await index.PutAsync([.. batch.Select(material => material with { Chunks = [.. material.Chunks.Select(chunk => chunk with { Model = model.Id, Vector = byChunk[chunk.Id] })] })], cancellationToken);
        }

        progress?.Report(new EvaluationProgress("index", set.Documents.Count, set.Documents.Count));
        return set.Documents.ToDictionary(document => Id(document.Id), document => document.Id);
    }

    private static IndexedMaterial Material(SearchSetText document)
    {
        var language = LanguageOf.Text($"{document.Title}\n{document.Text}");
        return new IndexedMaterial
        {
            Id = Id(document.Id),
            Organisation = "",
            Language = language,
            Title = document.Title,
            Chunks = [.. Chunker.Cut(document.Title, document.Text, language).Select((chunk, place) => new IndexedChunk(Id($"{document.Id}\n{place}"), chunk.Heading, chunk.Text, Model: null, default))],
        };
    }

    private static async Task<SearchModeReport> AskAsync(
        EmbeddedIndex index, SearchSet set, Dictionary<Guid, string> names, EmbeddingModels models, SearchMode mode, IProgress<EvaluationProgress>? progress, CancellationToken cancellationToken)
    {
        var (ndcg, recall, reciprocal) = (0.0, 0.0, 0.0);
        await FindAsync(index, set.Questions[0].Text, models, mode, cancellationToken); // The first use of a model reads its weights.
        var watch = new Stopwatch();
        foreach (var question in set.Questions)
        {
            watch.Start();
            var hits = await FindAsync(index, question.Text, models, mode, cancellationToken);
            watch.Stop();
            var found = hits.Select(hit => names[hit.Material]).ToList();
            var wanted = set.Judgements[question.Id];
            ndcg += RankMetrics.Ndcg(found, wanted, Depth);
            recall += RankMetrics.Recall(found, wanted, Depth);
            reciprocal += RankMetrics.ReciprocalRank(found, wanted, Depth);
        }

        var name = mode.ToString().ToLowerInvariant();
        var count = set.Questions.Count;
        progress?.Report(new EvaluationProgress(name, count, count));
        return new SearchModeReport(name, count, Math.Round(ndcg / count, 4), Math.Round(recall / count, 4), Math.Round(reciprocal / count, 4), Math.Round(watch.Elapsed.TotalMilliseconds / count, 2));
    }

    private static async Task<IReadOnlyList<SearchHit>> FindAsync(EmbeddedIndex index, string question, EmbeddingModels models, SearchMode mode, CancellationToken cancellationToken)
    {
        var request = new SearchRequest { Text = question, Mode = mode, Limit = Depth };
        if (mode != SearchMode.Words)
        {
            var model = models.For(LanguageOf.Text(question));
            request = request with { Vectors = [new MaterialVector(model.Id, await model.EmbedAsync(question, cancellationToken))] };
        }

        return await index.SearchAsync(request, cancellationToken);
    }

    private static Guid Id(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
