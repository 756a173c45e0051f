namespace Learning.Embeddings.Onnx;

/// <summary>The models that ship with the project.</summary>
internal static class EmbeddedModels
{
    /// <summary>Both models of a folder; nothing is read before the first text.</summary>
    public static EmbeddingModels In(string folder) =>
        new(Read(folder, "zh", "bge-small-zh-v1.5-int8", 512), Read(folder, "en", "bge-small-en-v1.5-int8", 384));

    private static EmbeddingModel Read(string folder, string language, string id, int dimension) =>
        new(id, dimension, language, new OnnxEmbeddingGenerator(Path.Combine(folder, language), id, dimension));
}
