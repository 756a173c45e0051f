namespace Learning.Retraining;

/// <summary>Lets one program at a time do something with the models. The operating system gives the turn back when the program ends, however it ends.</summary>
internal static class TrainingTurn
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Takes the turn.</summary>
    /// <param name="folder">The folder of the models; made where it is missing.</param>
    /// <param name="what"><c>training</c> or <c>promotion</c>: each has a turn of its own.</param>
    /// <param name="patience">How long another one is waited for.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="BrokenRule">Another one has it.</exception>
    public static async Task<IDisposable> TakeAsync(string folder, string what, TimeSpan patience, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(Path.Combine(folder, what + ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < patience)
            {
                await Task.Delay(Pause, cancellationToken);
            }
            catch (IOException)
            {
                throw new BrokenRule("training-runs", $"Another program has the turn of the {what}.", "Wait until it has finished.", BrokenRuleKind.Conflict);
            }
        }
    }
}
