namespace Learning.Evaluation.Recommending;

/// <summary>Finds the files of a set.</summary>
internal static class SetFiles
{
    private const string Train = ".train.inter";

    /// <summary>The folder and the name of the only set of a folder, or of the set whose training file is named.</summary>
    public static (string Folder, string Name) Find(string path)
    {
        if (File.Exists(path) && NameOf(path) is { } named) return (Path.GetDirectoryName(Path.GetFullPath(path))!, named);
        if (!Directory.Exists(path)) throw DataLines.Unreadable(path, 0, "is neither a folder nor a file NAME.train.inter.");
        var names = Directory.EnumerateFiles(path).Select(NameOf).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var name = names switch
        {
            [var only] => only,
            [] => throw DataLines.Unreadable(path, 0, "holds no file NAME.train.inter, nor with .gz."),
            _ => throw DataLines.Unreadable(path, 0, $"holds several sets ({string.Join(", ", names)}); name one by its file NAME.train.inter."),
        };
        return Of(path, name, "test.inter") is null ? throw DataLines.Unreadable(path, 0, $"holds {name}.train.inter but no {name}.test.inter, nor with .gz.") : (path, name);
    }

    /// <summary>A file of a set, plain or .gz, or null.</summary>
    public static string? Of(string folder, string name, string kind)
    {
        var plain = Path.Combine(folder, $"{name}.{kind}");
        return File.Exists(plain) ? plain : File.Exists(plain + ".gz") ? plain + ".gz" : null;
    }

    private static string? NameOf(string file)
    {
        var name = Path.GetFileName(file);
        if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) name = name[..^3];
        return name.EndsWith(Train, StringComparison.Ordinal) && name.Length > Train.Length ? name[..^Train.Length] : null;
    }
}
