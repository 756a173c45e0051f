using System.Globalization;
using System.Text.Json;

namespace Learning.Evaluation;

/// <summary>A search set in BEIR's format: documents, questions, and which documents answer which question.</summary>
/// <param name="Name">Name of its folder.</param>
/// <param name="Documents">What is searched.</param>
/// <param name="Questions">The questions that have a judgement.</param>
/// <param name="Judgements">By question, the grades of documents.</param>
public sealed record SearchSet(
    string Name,
    IReadOnlyList<SearchSetText> Documents,
    IReadOnlyList<SearchSetText> Questions,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Judgements)
{
    /// <summary>Reads <c>corpus.jsonl</c>, <c>queries.jsonl</c> (or with .gz) and <c>qrels/test.tsv</c> of a folder.</summary>
    /// <exception cref="BrokenRule">Something is missing or cannot be read; says where.</exception>
    public static SearchSet Read(string folder)
    {
        var documents = Texts(DataLines.Find(folder, "corpus.jsonl"));
        var judgements = Grades(DataLines.Find(folder, Path.Combine("qrels", "test.tsv")));
        var questions = Texts(DataLines.Find(folder, "queries.jsonl")).Where(question => judgements.ContainsKey(question.Id)).ToList();
        if (questions.Count == 0) throw DataLines.Unreadable(folder, 0, "holds no question with a judgement.");
        return new SearchSet(new DirectoryInfo(folder).Name, documents, questions, judgements);
    }

    private static List<SearchSetText> Texts(string file)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var texts = new List<SearchSetText>();
        foreach (var (number, line) in DataLines.Of(file))
        {
            var text = Text(file, number, line);
            if (!seen.Add(text.Id)) throw DataLines.Unreadable(file, number, $"repeats the _id '{text.Id}'.");
            texts.Add(text);
        }

        return texts;
    }

    private static SearchSetText Text(string file, int number, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return new SearchSetText(Of(json.RootElement, "_id"), Of(json.RootElement, "title", ""), Of(json.RootElement, "text", ""));
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw DataLines.Unreadable(file, number, "is not a JSON object with the texts _id, text and perhaps title.");
        }
    }

    private static string Of(JsonElement json, string name, string? otherwise = null)
    {
        if (otherwise is not null && (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)) return otherwise;
        return json.GetProperty(name).GetString() ?? throw new KeyNotFoundException(name);
    }

    private static Dictionary<string, IReadOnlyDictionary<string, int>> Grades(string file)
    {
        var grades = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var (number, line) in DataLines.Of(file))
        {
            var cells = line.Split('\t');
            if (number == 1 && cells[0] == "query-id") continue;
            if (cells.Length != 3 || !int.TryParse(cells[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var grade))
                throw DataLines.Unreadable(file, number, "is not query-id TAB corpus-id TAB whole number.");
            if (!grades.TryGetValue(cells[0], out var question)) grades[cells[0]] = question = new Dictionary<string, int>(StringComparer.Ordinal);
            question[cells[1]] = grade;
        }

        return grades.Where(pair => pair.Value.Values.Any(grade => grade > 0))
            .ToDictionary(pair => pair.Key, pair => (IReadOnlyDictionary<string, int>)pair.Value, StringComparer.Ordinal);
    }
}

/// <summary>A document or a question of a search set.</summary>
/// <param name="Id">Its <c>_id</c>.</param>
/// <param name="Title">Title; empty without one.</param>
/// <param name="Text">Text.</param>
public sealed record SearchSetText(string Id, string Title, string Text);
