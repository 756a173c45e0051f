namespace Learning.Server.Conventions.Idempotency;

/// <summary>Lets the same request wait for itself. Different ones share a turn now and then, which costs a wait and nothing else.</summary>
internal sealed class RequestTurns
{
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<IDisposable> TakeAsync(string what, CancellationToken cancellationToken)
    {
        var turn = _turns[(uint)what.GetHashCode(StringComparison.Ordinal) % (uint)_turns.Length];
        await turn.WaitAsync(cancellationToken);
        return new Taken(turn);
    }

    private sealed class Taken(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
