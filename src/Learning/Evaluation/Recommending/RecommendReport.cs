using System.Text.Json.Serialization;

namespace Learning.Evaluation.Recommending;

/// <summary>How good recommendations are on a set.</summary>
/// <param name="Set">Name of the set.</param>
/// <param name="Chosen">What <c>default</c> is here, chosen inside the training data.</param>
/// <param name="Models">The models that were judged.</param>
public sealed record RecommendReport(
    [property: JsonPropertyName("set")] string Set,
    [property: JsonPropertyName("chosen")] string Chosen,
    [property: JsonPropertyName("models")] IReadOnlyList<ModelReport> Models)
{
    /// <summary>What <c>default, no history</c> is here.</summary>
    [JsonPropertyName("chosenWithoutHistory")]
    public required string ChosenWithoutHistory { get; init; }

    /// <summary>How the test was taken from the whole, as the times show.</summary>
    [JsonPropertyName("situation")]
    public required string Situation { get; init; }

    /// <summary>People, items and pairs in the training data.</summary>
    [JsonPropertyName("size")]
    public required SetSize Size { get; init; }

    /// <summary>Recommenders that did not compete because there are too many items, each with the reason.</summary>
    [JsonPropertyName("tooWide")]
    public required IReadOnlyDictionary<string, string> TooWide { get; init; }

    /// <summary>Candidates of the choice, by what they reached in the trials inside the training data.</summary>
    [JsonPropertyName("trials")]
    public required IReadOnlyDictionary<string, double> Trials { get; init; }

    /// <summary>What each recommender counts in the blend.</summary>
    [JsonPropertyName("weights")]
    public required IReadOnlyDictionary<string, double> Weights { get; init; }
}

/// <summary>How large a set is.</summary>
/// <param name="People">People in train or test.</param>
/// <param name="Items">Items in train, in test or described.</param>
/// <param name="Pairs">Pairs in train.</param>
/// <param name="Unwanted">People in test of whom everything is in train already, so that nothing is left to find.</param>
public sealed record SetSize(
    [property: JsonPropertyName("people")] int People,
    [property: JsonPropertyName("items")] int Items,
    [property: JsonPropertyName("pairs")] int Pairs,
    [property: JsonPropertyName("unwanted")] int Unwanted);

/// <summary>How good one model is; means over the people.</summary>
public sealed record ModelReport
{
    /// <summary>Its name. <c>default</c> is what would be served, <c>off</c> what would be with personalisation off.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>How many people were judged.</summary>
    [JsonPropertyName("people")]
    public required int People { get; init; }

    /// <summary>Normalised discounted cumulative gain.</summary>
    [JsonPropertyName("ndcg@10")]
    public required double Ndcg { get; init; }

    /// <summary>Share of the wanted that was found.</summary>
    [JsonPropertyName("recall@10")]
    public required double Recall { get; init; }

    /// <summary>Share of the list that was wanted.</summary>
    [JsonPropertyName("precision@10")]
    public required double Precision { get; init; }

    /// <summary>Share of people for whom something was found.</summary>
    [JsonPropertyName("hit@10")]
    public required double Hit { get; init; }

    /// <summary>One over the place of the first that was wanted.</summary>
    [JsonPropertyName("mrr@10")]
    public required double ReciprocalRank { get; init; }

    /// <summary>Share of all items that stands in somebody's list.</summary>
    [JsonPropertyName("coverage@10")]
    public required double Coverage { get; init; }

    /// <summary>How uncommon what is listed is, in bits.</summary>
    [JsonPropertyName("novelty@10")]
    public required double Novelty { get; init; }

    /// <summary>How unlike each other the items of a list are, 0–1.</summary>
    [JsonPropertyName("diversity@10")]
    public required double Diversity { get; init; }

    /// <summary>Lower end of the 95 % interval of nDCG.</summary>
    [JsonPropertyName("ndcg@10.low")]
    public required double NdcgLow { get; init; }

    /// <summary>Upper end of the 95 % interval of nDCG.</summary>
    [JsonPropertyName("ndcg@10.high")]
    public required double NdcgHigh { get; init; }

    /// <summary>Seconds to learn; for <c>default</c> with the trials that chose it.</summary>
    [JsonPropertyName("fitSeconds")]
    public required double FitSeconds { get; init; }

    /// <summary>Seconds for all lists and their judgement.</summary>
    [JsonPropertyName("judgeSeconds")]
    public required double JudgeSeconds { get; init; }

    /// <summary>The most memory the process has used so far, in megabytes.</summary>
    [JsonPropertyName("peakMB")]
    public required double PeakMB { get; init; }

    /// <summary>This model against the default on the same people; null for the default itself.</summary>
    [JsonPropertyName("againstDefault")]
    public required Paired? AgainstDefault { get; init; }

    /// <summary>This model against plain popularity on the same people.</summary>
    [JsonPropertyName("againstPopularity")]
    public required Paired AgainstPopularity { get; init; }

    /// <summary>The same by age band, occupation and both, for groups of at least ten people; empty where the set knows neither.</summary>
    [JsonPropertyName("groups")]
    public required IReadOnlyList<GroupReport> Groups { get; init; }
}
