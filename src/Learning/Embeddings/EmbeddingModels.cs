namespace Learning.Embeddings;

/// <summary>The models in use: a text's language chooses its model.</summary>
public sealed class EmbeddingModels : IDisposable
{
    private readonly EmbeddingModel[] models;

    /// <summary>Takes the models over and disposes of them.</summary>
    /// <param name="models">At most one per language; the one for English, or for every language, also reads what no other does.</param>
    public EmbeddingModels(params IEnumerable<EmbeddingModel> models)
    {
        this.models = [.. models];
        if (this.models.Length == 0) throw new ArgumentException("There must be a model.", nameof(models));
    }

    /// <summary>Every model in use.</summary>
    public IReadOnlyList<EmbeddingModel> All => models;

    /// <summary>The model that reads a language: <c>zh</c> its own, anything else the English one, unless one model reads them all.</summary>
    public EmbeddingModel For(string language) =>
        Reading(language) ?? Reading(EmbeddingModel.EveryLanguage) ?? Reading("en") ?? models[0];

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var model in models) model.Generator.Dispose();
    }

    private EmbeddingModel? Reading(string language) =>
        Array.Find(models, model => string.Equals(model.Language, language, StringComparison.Ordinal));
}
