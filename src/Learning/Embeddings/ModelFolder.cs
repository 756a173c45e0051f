namespace Learning.Embeddings;

/// <summary>Finds <c>models/embedding</c>: beside a published program, and above it in a clone.</summary>
internal static class ModelFolder
{
    private static readonly string Relative = Path.Combine("models", "embedding");

    /// <summary>The folder asked for, or the nearest one at or above the program, then at or above the current directory.</summary>
    public static string Find(string? asked) => Find(asked, [AppContext.BaseDirectory, Directory.GetCurrentDirectory()]);

    internal static string Find(string? asked, IReadOnlyList<string> starts)
    {
        if (!string.IsNullOrWhiteSpace(asked))
            return HoldsModels(asked) ? Path.GetFullPath(asked) : throw Missing($"'{asked}' holds no zh/model.onnx or en/model.onnx.");
        return starts.SelectMany(AtAndAbove).Select(folder => Path.Combine(folder, Relative)).FirstOrDefault(HoldsModels)
            ?? throw Missing($"No folder {Relative} at or above {string.Join(" or ", starts)}.");
    }

    private static IEnumerable<string> AtAndAbove(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent) yield return folder.FullName;
    }

    private static bool HoldsModels(string folder) =>
        File.Exists(Path.Combine(folder, "zh", "model.onnx")) && File.Exists(Path.Combine(folder, "en", "model.onnx"));

    private static BrokenRule Missing(string detail) =>
        new("embedding-model-missing", detail, $"Set {EmbeddingOptions.Section}:{nameof(EmbeddingOptions.Folder)} to the folder with zh and en.");
}
