using Learning.Indexing;

namespace Learning.Cli.Calling;

/// <summary>Gives every chunk its vector and shows how far that is.</summary>
internal static class Embedding
{
    /// <returns>How many chunks were embedded.</returns>
    public static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var keeper = call.Get<VectorKeeper>();
        var missing = await keeper.CountMissingAsync(call.Db, cancellationToken);
        return missing == 0
            ? await keeper.EmbedMissingAsync(call.Db, progress: null, cancellationToken)
            : await call.Teller.Progress.WhileAsync("embed", missing, progress => keeper.EmbedMissingAsync(call.Db, progress, cancellationToken));
    }
}
