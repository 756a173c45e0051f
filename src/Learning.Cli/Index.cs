using System.CommandLine;
using System.Diagnostics;
using Learning.Cli.Calling;
using Learning.Cli.Telling;
using Learning.Embeddings;
using Learning.Indexing;

namespace Learning.Cli;

/// <summary><c>learning index</c>: embeds what has no vector yet, fills the index from the database and compares the two.</summary>
internal static class Index
{
    public static Command Verb(Words words) => new Command("index", words.Of("help.index")).Runs(words, RunAsync);

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        await call.OpenAsync(cancellationToken);
        var clock = Stopwatch.StartNew();
        var embedded = await Embedding.RunAsync(call, cancellationToken);
        var filling = Stopwatch.StartNew();
        var state = await IndexState.ReadAsync(call.Db, call.Get<EmbeddingModels>(), call.Get<MaterialSearch>(), cancellationToken);
        call.Teller.Answer(
            new
            {
                embedded,
                materials = state.Found.Materials,
                chunks = state.Found.Chunks,
                chunksWithVector = state.Found.ChunksWithVector,
                models = state.Models,
                complete = state.IsComplete,
                indexSeconds = Math.Round(filling.Elapsed.TotalSeconds, 2),
                seconds = Math.Round(clock.Elapsed.TotalSeconds, 2),
            },
            () =>
            [
                call.Words.Of("index.done", ("materials", state.Found.Materials), ("chunks", state.Found.Chunks), ("vectors", state.Found.ChunksWithVector), ("embedded", embedded), ("seconds", $"{clock.Elapsed.TotalSeconds:N1}")),
                call.Words.Of(state.IsComplete ? "index.complete" : "index.incomplete", ("materials", state.Stored.Materials), ("chunks", state.Stored.Chunks)),
            ]);
        return state.IsComplete ? Exit.Done : Exit.SomeFailed;
    }
}
