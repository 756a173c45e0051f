namespace Learning.Materials.Readers;

/// <summary>A file as it came in.</summary>
internal sealed record SourceFile(string Name, byte[] Bytes, ReadOptions Options)
{
    public ReadLimits Limits => Options.Limits;

    /// <summary>The key of a material that has none of its own.</summary>
    public string FallbackKey => Options.Key ?? Name.Replace('\\', '/');

    /// <summary>A title when there is nothing better: the file's name, or its folder's where the file is only the folder's front page.</summary>
    public string FallbackTitle
    {
        get
        {
            var path = Name.Replace('\\', '/').TrimEnd('/');
            var name = Path.GetFileNameWithoutExtension(path);
            var folder = Path.GetFileName(Path.GetDirectoryName(path) ?? "");
            var isFrontPage = name.Equals("README", StringComparison.OrdinalIgnoreCase) || name.Equals("index", StringComparison.OrdinalIgnoreCase);
            return isFrontPage && folder.Length > 0 ? folder : name.Length > 0 ? name : path;
        }
    }
}

/// <summary>The whole file cannot be read. Caught in one place, <see cref="MaterialReaders"/>.</summary>
internal sealed class BadFile(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem { get; } = problem;
}
