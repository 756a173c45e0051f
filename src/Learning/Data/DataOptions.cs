namespace Learning.Data;

/// <summary>Where the data is kept.</summary>
public sealed class DataOptions
{
    /// <summary>Name of the setting that moves the data folder.</summary>
    public const string DataFolderSetting = "Learning:DataFolder";

    /// <summary>Full path of the folder with the database, the keys and everything else that must survive a restart.</summary>
    public string DataFolder { get; set; } = "";

    /// <summary>Full path of the embedded database.</summary>
    public string DatabaseFile => Path.Combine(DataFolder, "learning.db");

    /// <summary>
    /// The folder asked for, else <c>.learning</c>, below the repository that holds <paramref name="start"/>,
    /// or below <paramref name="start"/> itself where no repository is (a published program).
    /// </summary>
    /// <param name="asked">What the setting says: empty, a full path, or a path below the root.</param>
    /// <param name="start">The content root of a server, the current folder of a command.</param>
    public static string FindDataFolder(string? asked, string start)
    {
        var above = new DirectoryInfo(start);
        while (above is not null && !File.Exists(Path.Combine(above.FullName, "Learning.sln")))
        {
            above = above.Parent;
        }

        return Path.GetFullPath(string.IsNullOrWhiteSpace(asked) ? ".learning" : asked, above?.FullName ?? Path.GetFullPath(start));
    }
}
