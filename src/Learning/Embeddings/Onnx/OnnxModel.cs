using System.Collections.Concurrent;
using Microsoft.ML.OnnxRuntime;

namespace Learning.Embeddings.Onnx;

/// <summary>
/// Weights and vocabulary. Each batch runs on one thread and the batches side by side: for models this small
/// that gives more texts per second than one batch on all threads.
/// </summary>
internal sealed class OnnxModel : IDisposable
{
    private static readonly string[] Inputs = ["input_ids", "attention_mask", "token_type_ids"];
    private static readonly string[] Outputs = ["embedding"];

    private readonly InferenceSession session;
    private readonly BertTokens tokens;
    private readonly int dimension;

    private OnnxModel(InferenceSession session, BertTokens tokens, int dimension) =>
        (this.session, this.tokens, this.dimension) = (session, tokens, dimension);

    public static OnnxModel Read(string folder, int dimension)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            // Patterns are kept per shape of input, and there are many shapes.
            EnableMemoryPattern = false,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        var vocabulary = BertTokens.Read(Path.Combine(folder, "vocab.txt"));
        return new OnnxModel(new InferenceSession(Path.Combine(folder, "model.onnx"), options), vocabulary, dimension);
    }

    public int[][] Tokenize(string[] texts, CancellationToken cancellation)
    {
        var rows = new int[texts.Length][];
        if (texts.Length == 1) rows[0] = tokens.Of(texts[0]);
        else Parallel.For(0, texts.Length, OnAllCores(cancellation), index => rows[index] = tokens.Of(texts[index]));
        return rows;
    }

    public float[][] Embed(int[][] rows, CancellationToken cancellation)
    {
        var vectors = new float[rows.Length][];
        var batches = LengthBatches.Of(rows);
        if (batches.Count == 1) Run(rows, batches[0], vectors);
        else Parallel.ForEach(OneByOne(batches), OnAllCores(cancellation), batch => Run(rows, batch, vectors));
        return vectors;
    }

    public void Dispose() => session.Dispose();

    private void Run(int[][] rows, ArraySegment<int> batch, float[][] vectors)
    {
        var length = rows[batch[0]].Length;
        long[] shape = [batch.Count, length];
        var ids = new long[batch.Count * length];
        var mask = new long[ids.Length];
        for (var row = 0; row < batch.Count; row++)
            Fill(rows[batch[row]], ids.AsSpan(row * length), mask.AsSpan(row * length));

        using var idTensor = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var maskTensor = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var typeTensor = OrtValue.CreateTensorValueFromMemory(new long[ids.Length], shape);
        using var options = new RunOptions();
        using var results = session.Run(options, Inputs, [idTensor, maskTensor, typeTensor], Outputs);
        var numbers = results[0].GetTensorDataAsSpan<float>();
        for (var row = 0; row < batch.Count; row++)
            vectors[batch[row]] = numbers.Slice(row * dimension, dimension).ToArray();
    }

    // The id of [PAD] is 0, as fresh memory is.
    private static void Fill(int[] row, Span<long> ids, Span<long> mask)
    {
        for (var position = 0; position < row.Length; position++) ids[position] = row[position];
        mask[..row.Length].Fill(1);
    }

    private static OrderablePartitioner<T> OneByOne<T>(IEnumerable<T> batches) =>
        Partitioner.Create(batches, EnumerablePartitionerOptions.NoBuffering);

    private static ParallelOptions OnAllCores(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
}
