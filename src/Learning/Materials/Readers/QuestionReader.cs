namespace Learning.Materials.Readers;

/// <summary>Questions with options, answer and evidence, each checked against itself and the text.</summary>
internal static class QuestionReader
{
    private const int MostCharacters = 1_000;
    private const int FewestOptions = 2, MostOptions = 6;
    private static readonly string[] AskNames = ["ask", "question", "问题", "题目", "题干"];
    private static readonly string[] OptionNames = ["options", "choices", "选项"];
    private static readonly string[] AnswerNames = ["answer", "correct", "答案", "正确答案"];
    private static readonly string[] EvidenceNames = ["evidence", "because", "依据", "出处"];

    public static List<RecallQuestion> Read(FieldReader fields, string text, int most)
    {
        if (fields.Raw(FieldNames.Questions) is not { } raw)
            return [];
        if (raw is not RawList list)
        {
            fields.Refuse(FieldNames.Questions, "is not a list", "Write a list of ask, options, answer and evidence.");
            return [];
        }

        if (list.Items.Count > most)
        {
            fields.Problems.Add(Problems.QuestionsTooMany(list.Items.Count, most, fields.Where(FieldNames.Questions)));
            return [];
        }

        var known = Comparable(text);
        return [.. list.Items.Select((item, i) => One(fields, item, i + 1, known)).OfType<RecallQuestion>()];
    }

    private static RecallQuestion? One(FieldReader fields, RawValue item, int number, string text)
    {
        var where = (item.Line > 0 ? $"line {item.Line}, " : "") + $"question {number}";
        void Refuse(string detail, string hint) => fields.Problems.Add(Problems.Question(detail, where, hint));
        if (item is not RawMap map)
        {
            Refuse("The question is not a mapping.", "Write ask, options, answer and evidence.");
            return null;
        }

        var ask = Text(map, AskNames);
        var options = Options(map);
        var answer = Text(map, AnswerNames);
        var evidence = Text(map, EvidenceNames);
        var before = fields.Problems.Count;
        if (ask.Length is 0 or > MostCharacters)
            Refuse($"The question must have 1 to {MostCharacters} characters.", "Fill in ask.");
        if (options.Count is < FewestOptions or > MostOptions || options.Exists(option => option.Length is 0 or > MostCharacters))
            Refuse($"There must be {FewestOptions} to {MostOptions} options, none empty; there are {options.Count}.", "Correct options.");
        else if (options.Distinct(StringComparer.Ordinal).Count() < options.Count)
            Refuse("An option stands twice.", "Make the options different.");
        else if (!options.Contains(answer, StringComparer.Ordinal))
            Refuse($"The answer {Problems.Shown(answer)} is none of the options.", "Write the right option as answer, word for word.");
        if (evidence.Length > 0 && text.Length > 0 && !text.Contains(Comparable(evidence), StringComparison.Ordinal))
            Refuse($"The evidence {Problems.Shown(evidence)} does not stand in the text.", "Copy the passage from the text, word for word.");
        return fields.Problems.Count > before ? null : new RecallQuestion { Ask = ask, Options = options, Answer = answer, Evidence = evidence };
    }

    private static RawValue? Named(RawMap map, string[] names) =>
        names.Select(name => map.Entries.GetValueOrDefault(name)).FirstOrDefault(value => value is not null);

    private static string Text(RawMap map, string[] names) => Named(map, names) is RawText text ? Clean(text.Text) : "";

    private static List<string> Options(RawMap map) =>
        Named(map, OptionNames) is RawList list ? [.. list.Items.Select(option => option is RawText text ? Clean(text.Text) : "")] : [];

    private static string Clean(string text) => CleanText.Of(text).Trim();

    // Line breaks and bold marks do not make a quotation wrong.
    private static string Comparable(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c) && c is not ('*' or '_' or '`' or '\\' or '>'))]);
}
