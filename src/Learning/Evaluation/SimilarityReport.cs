using System.Text.Json.Serialization;

namespace Learning.Evaluation;

/// <summary>How well cosines agree with people.</summary>
/// <param name="Pairs">Pairs.</param>
/// <param name="Spearman"><see cref="RankCorrelation.Spearman"/> of cosines and scores; in several languages, the mean over their pairs.</param>
/// <param name="Broken">Lines that are no pair and do not count.</param>
/// <param name="Languages">Language by language, since each has its model.</param>
public sealed record SimilarityReport(
    [property: JsonPropertyName("pairs")] int Pairs,
    [property: JsonPropertyName("spearman")] double Spearman,
    [property: JsonPropertyName("broken")] int Broken,
    [property: JsonPropertyName("languages")] IReadOnlyList<SimilarityOfLanguage> Languages);

/// <summary>How well the model of a language agrees with people.</summary>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
/// <param name="Pairs">Pairs in it.</param>
/// <param name="Spearman"><see cref="RankCorrelation.Spearman"/> of their cosines and scores.</param>
public sealed record SimilarityOfLanguage(
    [property: JsonPropertyName("language")] string Language,
    [property: JsonPropertyName("pairs")] int Pairs,
    [property: JsonPropertyName("spearman")] double Spearman);
