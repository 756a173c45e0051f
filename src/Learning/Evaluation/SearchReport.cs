using System.Text.Json.Serialization;

namespace Learning.Evaluation;

/// <summary>How well a search set is answered.</summary>
/// <param name="Set">Name of the set.</param>
/// <param name="Modes">By words, by vectors, by both.</param>
/// <param name="IndexSeconds">Seconds from the texts that were read to an index that answers, new vectors included.</param>
/// <param name="Documents">Documents in it.</param>
/// <param name="Chunks">Chunks they were cut into.</param>
/// <param name="Notes">What in the set was not as it should be.</param>
public sealed record SearchReport(
    [property: JsonPropertyName("set")] string Set,
    [property: JsonPropertyName("modes")] IReadOnlyList<SearchModeReport> Modes,
    [property: JsonPropertyName("indexSeconds")] double IndexSeconds,
    [property: JsonPropertyName("documents")] int Documents,
    [property: JsonPropertyName("chunks")] int Chunks,
    [property: JsonPropertyName("notes")] SearchSetNotes Notes);

/// <summary>How well one way of searching answers; means over the questions.</summary>
/// <param name="Name"><c>words</c>, <c>vectors</c> or <c>hybrid</c>.</param>
/// <param name="Queries">Questions.</param>
/// <param name="Ndcg"><see cref="RankMetrics.Ndcg"/> at 10.</param>
/// <param name="Recall"><see cref="RankMetrics.Recall"/> at 10.</param>
/// <param name="ReciprocalRank"><see cref="RankMetrics.ReciprocalRank"/> at 10.</param>
/// <param name="MillisecondsPerQuery">From the words to the list, the question's vector included.</param>
public sealed record SearchModeReport(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("queries")] int Queries,
    [property: JsonPropertyName("ndcg@10")] double Ndcg,
    [property: JsonPropertyName("recall@10")] double Recall,
    [property: JsonPropertyName("mrr@10")] double ReciprocalRank,
    [property: JsonPropertyName("msPerQuery")] double MillisecondsPerQuery);
