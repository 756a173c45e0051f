namespace Learning.Data;

/// <summary>
/// Says that a program uses a data folder. Any number may share it; putting another database in its place needs it alone.
/// The operating system gives it back when the program ends, however it ends.
/// </summary>
internal static class StoreUse
{
    /// <summary>Uses the folder together with others; null while somebody has it alone.</summary>
    public static IDisposable? Share(string folder) => Open(folder, FileShare.ReadWrite);

    /// <summary>Has the folder alone; null while others use it.</summary>
    public static IDisposable? Alone(string folder) => Open(folder, FileShare.None);

    private static FileStream? Open(string folder, FileShare share)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "in-use.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, share);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
