namespace Learning;

/// <summary>Finds folders that ship with the project, from a clone and when published.</summary>
public static class DataFolder
{
    /// <summary>The folder of this name beside the program, or in a folder above the program or the current directory.</summary>
    /// <param name="relative">Such as <c>data/rules</c>.</param>
    /// <exception cref="BrokenRule">There is no such folder.</exception>
    public static string Find(string relative) =>
        Above(AppContext.BaseDirectory).Concat(Above(Environment.CurrentDirectory))
            .Select(folder => Path.Combine(folder, relative))
            .FirstOrDefault(Directory.Exists)
        ?? throw new BrokenRule("folder-missing", $"There is no folder {relative} beside the program or above it.", "Run from a clone, or copy the folder beside the program.");

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
