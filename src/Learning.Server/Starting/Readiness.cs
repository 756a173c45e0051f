using System.Collections.Immutable;

namespace Learning.Server.Starting;

/// <summary>Whether the server can answer, and what it still waits for.</summary>
internal sealed class Readiness(IEnumerable<StartStep> steps)
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImmutableList<string> _waitingFor = ["start", .. steps.Select(step => step.Name)];

    /// <summary>Steps that are not done yet.</summary>
    public IReadOnlyList<string> WaitingFor => _waitingFor;

    /// <summary>Whether nothing is left to wait for.</summary>
    public bool IsReady => _waitingFor.IsEmpty;

    /// <summary>Comes to an end when nothing is left to wait for.</summary>
    public Task WhenReady => _ready.Task;

    /// <summary>Notes that a step is done.</summary>
    public void Done(string step)
    {
        ImmutableInterlocked.Update(ref _waitingFor, waiting => waiting.Remove(step));
        if (IsReady)
        {
            _ready.TrySetResult();
        }
    }
}
