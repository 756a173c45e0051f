using System.Threading.Channels;
using Learning.Data;
using Learning.Indexing;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Materials;

/// <summary>Embeds what was imported, beside the requests. What there is to do stands in the database, so a restart loses nothing.</summary>
public sealed partial class IndexingWork(IDbContextFactory<LearningDbContext> contexts, VectorKeeper vectors, ILogger<IndexingWork> logger) : BackgroundService
{
    /// <summary>How long a request waits for the vectors of what it brought: most are there by then, a large import goes on without it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Channel<TaskCompletionSource> _asked = Channel.CreateUnbounded<TaskCompletionSource>();

    /// <summary>Asks for the vectors of what has none, and waits a little for them.</summary>
    public async Task SoonAsync(CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _asked.Writer.WriteAsync(done, cancellationToken);
        await Task.WhenAny(done.Task, Task.Delay(Patience, cancellationToken));
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _asked.Reader.WaitToReadAsync(stoppingToken))
        {
            var waiting = new List<TaskCompletionSource>();
            while (_asked.Reader.TryRead(out var asked))
            {
                waiting.Add(asked);
            }

            await EmbedAsync(stoppingToken);
            waiting.ForEach(asked => asked.TrySetResult());
        }
    }

    private async Task EmbedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var count = await vectors.EmbedMissingAsync(db, null, cancellationToken);
            Embedded(count);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // Words find the new materials meanwhile; the next import or start tries again.
            NotEmbedded(problem);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Embedded {Count} chunks")]
    private partial void Embedded(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Embedding stopped; what is missing is tried again at the next import or start")]
    private partial void NotEmbedded(Exception problem);
}
