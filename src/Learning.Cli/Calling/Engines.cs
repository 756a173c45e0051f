using Learning.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Cli.Calling;

/// <summary>Builds the engine with the settings of the server, so that both use the same models on the same data.</summary>
internal static class Engines
{
    private const string SettingsFile = "appsettings.json";

    /// <summary>The engine.</summary>
    /// <param name="dataFolder">The folder the call names, from where it was called; null: the one of the settings.</param>
    public static ServiceProvider Build(string? dataFolder)
    {
        var configuration = Settings(dataFolder);
        return new ServiceCollection()
            .AddLogging()
            .AddLearning(configuration)
            .AddLearningData(configuration, Environment.CurrentDirectory)
            .BuildServiceProvider();
    }

    /// <summary>The server's own file in a clone, then beside the program, then where it is called, then the environment, then the call.</summary>
    private static IConfigurationRoot Settings(string? dataFolder)
    {
        var settings = new ConfigurationBuilder();
        foreach (var folder in Folders())
        {
            settings.AddJsonFile(Path.Combine(folder, SettingsFile), optional: true);
        }

        settings.AddEnvironmentVariables();
        if (dataFolder is not null)
        {
            settings.AddInMemoryCollection([new(DataOptions.DataFolderSetting, Path.GetFullPath(dataFolder))]);
        }

        return settings.Build();
    }

    private static IEnumerable<string> Folders()
    {
        var clone = new DirectoryInfo(AppContext.BaseDirectory);
        while (clone is not null && !File.Exists(Path.Combine(clone.FullName, "Learning.sln")))
        {
            clone = clone.Parent;
        }

        return clone is null
            ? [AppContext.BaseDirectory, Environment.CurrentDirectory]
            : [Path.Combine(clone.FullName, "src", "Learning.Server"), AppContext.BaseDirectory, Environment.CurrentDirectory];
    }
}
