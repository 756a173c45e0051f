using BenchmarkDotNet.Attributes;
using Learning.Embeddings;
using Learning.Embeddings.Onnx;
using Learning.Materials;
using Microsoft.ML.OnnxRuntime;

namespace Learning.Benchmarks;

/// <summary>
/// Embedding chunks of the seed's lessons, beside what ONNX Runtime gives by itself: one session with its own settings, a thread
/// per core, fed with the same rows already tokenized, sorted by length, sixteen at a time.
/// </summary>
[Config(typeof(InThisProcess))]
public class EmbeddingBenchmarks
{
    private const int TextCount = 256;
    private const int AtOnce = 16;

    private readonly EmbeddingModels models = EmbeddingServices.Create(new EmbeddingOptions());
    private string[] texts = [];
    private int[][] rows = [];
    private InferenceSession? session;

    [Params("zh", "en")]
    public string Language { get; set; } = "zh";

    [GlobalSetup]
    public void Read()
    {
        var lessons = MaterialFolder.Walk(DataFolder.Find("data/seed/materials")).SelectMany(item => item.Results)
            .Select(result => result.Material).OfType<ReadMaterial>().Where(lesson => lesson.Language == Language);
        texts = [.. lessons.SelectMany(lesson => Chunker.Cut(lesson.Title, lesson.Text, lesson.Language)).Select(chunk => Chunk.EmbeddedOf(chunk.Heading, chunk.Text)).Take(TextCount)];
        var folder = Path.Combine(ModelFolder.Find(asked: null), Language);
        var tokens = BertTokens.Read(Path.Combine(folder, "vocab.txt"));
        rows = [.. texts.Select(tokens.Of).OrderBy(row => row.Length)];
        session = new InferenceSession(Path.Combine(folder, "model.onnx"));
    }

    [Benchmark(Baseline = true)]
    public int Onnx_runtime_by_itself() => rows.Chunk(AtOnce).Sum(Run);

    [Benchmark]
    public int As_the_product_embeds() => models.For(Language).EmbedAsync(texts).GetAwaiter().GetResult().Count;

    [Benchmark]
    public int One_question() => models.For(Language).EmbedAsync(Language == "zh" ? "送餐路上被狗咬了怎么办" : "What to do when a dog bites?").GetAwaiter().GetResult().Length;

    [GlobalCleanup]
    public void Close()
    {
        session?.Dispose();
        models.Dispose();
    }

    private int Run(int[][] batch)
    {
        var length = batch.Max(row => row.Length);
        var (ids, mask) = (new long[batch.Length * length], new long[batch.Length * length]);
        for (var row = 0; row < batch.Length; row++)
        {
            for (var place = 0; place < batch[row].Length; place++) (ids[(row * length) + place], mask[(row * length) + place]) = (batch[row][place], 1);
        }

        long[] shape = [batch.Length, length];
        using var idTensor = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var maskTensor = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var typeTensor = OrtValue.CreateTensorValueFromMemory(new long[ids.Length], shape);
        using var options = new RunOptions();
        using var results = session!.Run(options, ["input_ids", "attention_mask", "token_type_ids"], [idTensor, maskTensor, typeTensor], ["embedding"]);
        return results[0].GetTensorDataAsSpan<float>().Length;
    }
}
