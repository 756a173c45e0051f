using System.Text.Json.Serialization;

namespace Learning.Evaluation;

/// <summary>A search set in BEIR's format: documents, questions, and which documents answer which question.</summary>
/// <param name="Name">Name of its folder.</param>
/// <param name="Documents">What is searched.</param>
/// <param name="Questions">The questions that something answers.</param>
/// <param name="Judgements">By question, the grades of documents.</param>
/// <param name="Notes">What in the set was not as it should be.</param>
public sealed record SearchSet(
    string Name,
    IReadOnlyList<SearchSetText> Documents,
    IReadOnlyList<SearchSetText> Questions,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Judgements,
    SearchSetNotes Notes)
{
    /// <summary>
    /// Reads <c>corpus.jsonl</c>, <c>queries.jsonl</c> and <c>qrels/test.tsv</c> (or dev, train, the only one there is) of a folder, plain or .gz.
    /// As in BEIR a question without an answer is not asked, and of two texts with the same id the later one counts.
    /// </summary>
    /// <exception cref="BrokenRule">Something is missing or cannot be read; says where.</exception>
    public static SearchSet Read(string folder)
    {
        var (documents, repeated) = SearchSetText.Read(DataLines.Find(folder, "corpus.jsonl"));
        if (documents.Count == 0) throw DataLines.Unreadable(folder, 0, "has a corpus without a document.");
        if (documents.TrueForAll(document => string.IsNullOrWhiteSpace(document.Title) && string.IsNullOrWhiteSpace(document.Text))) throw DataLines.Unreadable(folder, 0, "has a corpus whose documents have neither title nor text.");
        var (questions, repeatedQuestions) = SearchSetText.Read(DataLines.Find(folder, "queries.jsonl"));
        var judgements = SearchJudgements.Read(folder);
        var asked = questions.Where(question => judgements.ContainsKey(question.Id)).ToList();
        if (asked.Count == 0) throw DataLines.Unreadable(folder, 0, "holds no question with a judgement above 0; do the query-ids in qrels stand in queries.jsonl?");
        var known = documents.Select(document => document.Id).ToHashSet(StringComparer.Ordinal);
        var missing = asked.SelectMany(question => judgements[question.Id]).Count(pair => pair.Value > 0 && !known.Contains(pair.Key));
        return new SearchSet(new DirectoryInfo(folder).Name, documents, asked, judgements,
            new SearchSetNotes(repeated + repeatedQuestions, questions.Count - asked.Count, missing));
    }
}

/// <summary>What in a search set was not as it should be.</summary>
/// <param name="Repeated">Lines whose id comes again later, so that they do not count.</param>
/// <param name="NotAsked">Questions that nothing answers, so that they are not asked.</param>
/// <param name="AnswersMissing">Answers that no document is: they count as not found.</param>
public sealed record SearchSetNotes(
    [property: JsonPropertyName("repeated")] int Repeated,
    [property: JsonPropertyName("notAsked")] int NotAsked,
    [property: JsonPropertyName("answersMissing")] int AnswersMissing);
