using Learning.Evaluation;

namespace Learning.Tests.Evaluation;

public sealed class SearchSetTests : IDisposable
{
    private const string Names = "query-id\tcorpus-id\tscore";

    private readonly SetFolder folder = new SetFolder()
        .With("corpus.jsonl", """{"_id": "d1", "title": "一", "text": "甲"}""", """{"_id": 2, "text": "乙", "metadata": {"url": "x"}}""", """{"_id": "d3", "title": null, "text": ""}""")
        .With("queries.jsonl", """{"_id": "q1", "text": "问"}""", """{"_id": 7, "text": "又问"}""", """{"_id": "nobody answers", "text": "?"}""");

    [Fact]
    public void Numbers_as_ids_missing_titles_further_fields_and_empty_texts_are_read()
    {
        var set = SearchSet.Read(folder.With("qrels/test.tsv", Names, "q1\td1\t1", "7\t2\t2").Path);

        Assert.Equal([new("d1", "一", "甲"), new("2", "", "乙"), new("d3", "", "")], set.Documents);
        Assert.Equal(["q1", "7"], set.Questions.Select(question => question.Id));
        Assert.Equal(2, set.Judgements["7"]["2"]);
        Assert.Equal(new SearchSetNotes(Repeated: 0, NotAsked: 1, AnswersMissing: 0), set.Notes);
    }

    [Theory]
    [InlineData("q1\td1\t1")]
    [InlineData("query-id\tcorpus-id\tscore\r\nq1\td1\t1\r\n\r\n")]
    [InlineData("q1 0 d1 1")]
    [InlineData("q1\tQ0\td1\t1")]
    [InlineData("qid\tdocid\trelevance\nq1\td1\t1.0\nq1\t2\t0\nq1\tnowhere\t-1")]
    public void Judgements_are_read_however_they_are_written(string judgements)
    {
        var set = SearchSet.Read(folder.With("qrels/test.tsv", judgements).Path);

        Assert.Equal("q1", Assert.Single(set.Questions).Id);
        Assert.Equal(["d1"], set.Judgements["q1"].Where(pair => pair.Value > 0).Select(pair => pair.Key));
    }

    [Fact]
    public void Test_is_preferred_to_the_other_judgements_and_a_single_file_will_do()
    {
        Assert.Equal("7", Assert.Single(SearchSet.Read(folder.With("qrels/all.tsv", "7\td1\t1").Path).Questions).Id);
        Assert.Equal("q1", Assert.Single(SearchSet.Read(folder.WithZipped("qrels/test.tsv.gz", Names, "q1\td1\t1").With("qrels/train.tsv", "7\td1\t1").Path).Questions).Id);
    }

    [Fact]
    public void Zipped_texts_are_read_and_of_a_repeated_id_the_later_counts()
    {
        File.Delete(Path.Combine(folder.Path, "corpus.jsonl"));
        folder.WithZipped("corpus.jsonl.gz", """{"_id": "d1", "text": "旧"}""", """{"_id": "d2", "text": "乙"}""", """{"_id": "d1", "text": "新"}""");

        var set = SearchSet.Read(folder.With("qrels/test.tsv", "q1\td1\t1", "q1\tgone\t1").Path);

        Assert.Equal(["新", "乙"], set.Documents.Select(document => document.Text));
        Assert.Equal(new SearchSetNotes(Repeated: 1, NotAsked: 2, AnswersMissing: 1), set.Notes);
    }

    [Theory]
    [InlineData("corpus.jsonl", "[1]", "corpus.jsonl line 1 is not a JSON object")]
    [InlineData("corpus.jsonl", "{\"_id\": \"a\", \"text\": [\"b\"]}", "corpus.jsonl line 1 is not a JSON object")]
    [InlineData("corpus.jsonl", "{\"text\": \"b\"}", "corpus.jsonl line 1 is not a JSON object")]
    [InlineData("corpus.jsonl", "", "without a document")]
    [InlineData("queries.jsonl", "{\"_id\": \"another\", \"text\": \"b\"}", "no question with a judgement")]
    [InlineData("qrels/test.tsv", "q1\td1\t1\nq1\td1", "test.tsv line 2 is not query-id TAB")]
    [InlineData("qrels/test.tsv", "q1\td1\t0.5\nq1\td1\t0.5", "test.tsv line 2 is not query-id TAB")]
    [InlineData("qrels/test.tsv", "q1\td1\t0", "no question with a judgement")]
    public void What_cannot_be_read_is_named_with_its_place(string file, string content, string said)
    {
        folder.With("qrels/test.tsv", "q1\td1\t1").With(file, content);

        Assert.Contains(said, Assert.Throws<BrokenRule>(() => SearchSet.Read(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_judgements_and_a_choice_nobody_made_are_refused()
    {
        Assert.Contains("test.tsv is not there", Assert.Throws<BrokenRule>(() => SearchSet.Read(folder.Path)).Message, StringComparison.Ordinal);
        folder.With("qrels/a.tsv", "q1\td1\t1").With("qrels/b.tsv", "q1\td1\t1");
        Assert.Contains("several files", Assert.Throws<BrokenRule>(() => SearchSet.Read(folder.Path)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
