using System.Diagnostics;
using Learning.Materials;

namespace Learning.Quality.Tests;

/// <summary>The notebooks are programs; what nobody runs drifts.</summary>
public sealed class NotebooksRun
{
    [Fact]
    public async Task The_look_at_the_data_counts_the_lessons_that_are_there()
    {
        var seed = DataFolder.Find("data/seed/materials");
        var root = Path.GetFullPath(Path.Combine(seed, "..", "..", ".."));
        var files = Directory.GetFiles(seed, "*.md", SearchOption.AllDirectories).Length;

        using var notebook = Process.Start(new ProcessStartInfo("dotnet", ["run", Path.Combine(root, "notebooks", "01-look-at-the-data.cs")])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = root,
        })!;
        var said = await notebook.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await notebook.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, notebook.ExitCode);
        Assert.StartsWith($"{files} lessons", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_recommenders_stand_side_by_side_in_a_picture()
    {
        var root = Drivers.Repository.Folder(".");
        var picture = Path.Combine(root, "notebooks", "out", "recommenders-synthetic.png");
        Directory.CreateDirectory(Path.GetDirectoryName(picture)!);
        File.Delete(picture);

        using var notebook = Process.Start(new ProcessStartInfo("dotnet", ["run", Path.Combine(root, "notebooks", "02-recommenders-side-by-side.cs")])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = root,
        })!;
        var said = await notebook.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await notebook.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, notebook.ExitCode);
        Assert.Contains("default, no history", said, StringComparison.Ordinal);
        Assert.True(new FileInfo(picture).Length > 5_000);
    }
}
