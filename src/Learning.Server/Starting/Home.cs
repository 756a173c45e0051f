namespace Learning.Server.Starting;

/// <summary>Where the server finds its settings and puts its data, from wherever it is started.</summary>
internal static class Home
{
    private const string SettingsFile = "appsettings.json";

    /// <summary>Settings lie where the server is started (a clone), else beside the program (published); who names a content root is obeyed.</summary>
    public static WebApplicationOptions Options(string[] args) => new()
    {
        Args = args,
        ContentRootPath = IsNamed(args) || File.Exists(Path.Combine(Environment.CurrentDirectory, SettingsFile)) || !File.Exists(Path.Combine(AppContext.BaseDirectory, SettingsFile))
            ? null
            : AppContext.BaseDirectory,
    };

    /// <summary>Data lies below the repository; without one below the folder where the server is started, as with the command line.</summary>
    public static string OfData(IHostEnvironment environment)
    {
        for (var at = new DirectoryInfo(environment.ContentRootPath); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Learning.sln")))
            {
                return at.FullName;
            }
        }

        return Environment.CurrentDirectory;
    }

    private static bool IsNamed(string[] args) =>
        Array.Exists(args, arg => arg.TrimStart('-', '/').StartsWith("contentRoot", StringComparison.OrdinalIgnoreCase))
        || Array.Exists(["ASPNETCORE_CONTENTROOT", "DOTNET_CONTENTROOT"], name => Environment.GetEnvironmentVariable(name) is { Length: > 0 });
}
