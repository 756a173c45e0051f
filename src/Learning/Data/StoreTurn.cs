namespace Learning.Data;

/// <summary>Lets one program at a time prepare a data folder. The operating system gives the turn back when the program ends, however it ends.</summary>
internal static class StoreTurn
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task<IDisposable> TakeAsync(string folder, TimeSpan patience, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "prepare.lock");
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (UnauthorizedAccessException problem)
            {
                throw new BrokenRule("data-folder-not-writable", problem.Message, $"Let {DataOptions.DataFolderSetting} name a folder that this program may write.");
            }
            catch (IOException problem) when (waited >= patience)
            {
                throw new BrokenRule("data-folder-busy", $"Another program is preparing {folder}: {problem.Message}", "Wait until it has started, or give this one its own Learning:DataFolder.");
            }
            catch (IOException)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}
