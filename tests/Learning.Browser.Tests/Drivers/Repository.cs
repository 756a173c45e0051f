namespace Learning.Browser.Tests.Drivers;

/// <summary>The clone the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(here.FullName, "Learning.sln")))
        {
            here = here.Parent ?? throw new DirectoryNotFoundException("Learning.sln stands in no folder above the tests.");
        }

        return here.FullName;
    }
}
