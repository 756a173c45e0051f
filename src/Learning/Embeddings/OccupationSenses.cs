using Learning.Members.Occupations;

namespace Learning.Embeddings;

/// <summary>Lends the models to the matching of occupations, which is an earlier step and knows no models.</summary>
public static class OccupationSenses
{
    private static readonly string[] Languages = ["zh", "en"];

    /// <summary>A sense for each language the matching knows; the weights are read when the first text is embedded.</summary>
    public static IReadOnlyList<OccupationSense> Of(EmbeddingModels models) =>
        [.. Languages.Select(language => Of(models.For(language), language))];

    // The matching asks for one short text at a time; on the pool, so that no waiting caller holds what the model needs.
    private static OccupationSense Of(EmbeddingModel model, string language) =>
        new(model.Id, language, text => Task.Run(() => model.EmbedAsync(text)).GetAwaiter().GetResult());
}
