namespace Learning.Quality.Tests.Drivers;

/// <summary>Where the repository lies.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    /// <summary>A folder by its path from the root, there or not.</summary>
    public static string Folder(string relative) => Path.GetFullPath(Path.Combine(Root, relative));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Learning.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("There is no Learning.sln above the tests.");
        }

        return folder.FullName;
    }
}
