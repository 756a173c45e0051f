namespace Learning.Tests.Evaluation.Recommending;

/// <summary>A folder with a small set, written for one test.</summary>
internal sealed class SetFolder : IDisposable
{
    public const string Pairs = "user_id:token\titem_id:token";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recommend-set");

    public string Path => _folder.FullName;

    /// <summary>Writes a file of the set <c>small</c>; cells are split by spaces here, so that a test is readable.</summary>
    public SetFolder With(string kind, params string[] lines)
    {
        File.WriteAllLines(System.IO.Path.Combine(Path, $"small.{kind}"), lines.Select(line => line.Replace(' ', '\t')));
        return this;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
