using Learning.Cli.Calling;
using Learning.Embeddings;
using Learning.Indexing;

namespace Learning.Cli.Checks;

/// <summary>Whether every text has its vector, of the right size, and can be found.</summary>
internal static class IndexCheck
{
    public static Task<IReadOnlyList<Finding>> LookAsync(Call call, CancellationToken cancellationToken) =>
        call.Teller.Progress.WhileAsync<IReadOnlyList<Finding>>("index", 0, async _ =>
        {
            var state = await IndexState.ReadAsync(call.Db, call.Get<EmbeddingModels>(), call.Get<MaterialSearch>(), cancellationToken);
            return [.. Of(state, call)];
        });

    private static IEnumerable<Finding> Of(IndexState state, Call call)
    {
        if (state.Stored.Chunks > state.Stored.ChunksWithVector)
        {
            yield return Finding.Of(call.Words, "vectors-missing", call.Store.DatabaseFile, ("missing", state.Stored.Chunks - state.Stored.ChunksWithVector), ("chunks", state.Stored.Chunks));
        }

        if (state.WrongVectors > 0)
        {
            yield return Finding.Of(call.Words, "vectors-wrong", call.Store.DatabaseFile, ("wrong", state.WrongVectors));
        }

        if (state.Stored != state.Found)
        {
            yield return Finding.Of(call.Words, "index-incomplete", call.Store.DatabaseFile, ("found", state.Found), ("stored", state.Stored));
        }
    }
}
