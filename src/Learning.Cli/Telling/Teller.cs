using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Learning.Cli.Telling;

/// <summary>Answers: to people in lines, to programs as one JSON object on standard output. What is no answer goes to standard error.</summary>
internal sealed class Teller(Words words, bool json)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private readonly IAnsiConsole _errors = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Whether a program reads the answer.</summary>
    public bool Json { get; } = json;

    /// <summary>Shows how far long work is.</summary>
    public Progressing Progress => new(_errors, Console.IsErrorRedirected, words);

    /// <summary>Gives the answer.</summary>
    /// <param name="answer">For programs.</param>
    /// <param name="lines">For people.</param>
    public void Answer<T>(T answer, Func<IEnumerable<string>> lines)
    {
        if (Json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(answer, Format));
            return;
        }

        foreach (var line in lines())
        {
            Console.Out.WriteLine(Plain.Line(line));
        }
    }

    /// <summary>Says something beside the answer.</summary>
    public static void Note(string text) => Console.Error.WriteLine(Plain.Line(text));

    /// <summary>Says what is wrong and how to mend it.</summary>
    /// <param name="rule">Name of the rule.</param>
    /// <param name="detail">What is wrong, and where.</param>
    /// <param name="hint">How to mend it.</param>
    public void Problem(string rule, string detail, string hint)
    {
        if (Json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new { problem = new { rule, detail, hint } }, Format));
        }

        Note($"{rule}: {detail}");
        Note(hint);
    }

    /// <summary>Says what is wrong in the words of the resources.</summary>
    public void Problem(string key, Words inWords, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Problem(key, inWords.Of(key + ".detail", values), inWords.Of(key + ".hint", values));

    /// <summary>Says which rule was broken, in the reader's language where the resources have the rule.</summary>
    public void Problem(BrokenRule broken, Words inWords)
    {
        (string, object?)[] values = [.. broken.Values.Select(value => (value.Key, value.Value))];
        var detail = inWords.Language == "zh" ? inWords.Find(broken.Rule + ".detail", values) : null;
        var hint = inWords.Language == "zh" ? inWords.Find(broken.Rule + ".hint", values) : null;

        // Where a refusal brings no values, only its own words say which file or day is meant.
        Problem(broken.Rule, detail is null || values.Length > 0 ? detail ?? broken.Detail : $"{detail}（{broken.Detail}）", hint ?? broken.Hint);
    }
}
