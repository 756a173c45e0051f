using System.Text.Json;
using System.Text.Json.Serialization;

namespace Learning.Plans.Words.Models;

/// <summary>Reads the JSON a model was asked for, and nothing else.</summary>
internal static class WordsReply
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { MaxDepth = 8, RespectNullableAnnotations = true };

    /// <summary>The sentences; null when the text is not what was asked for.</summary>
    public static IReadOnlyList<ToldSentence>? Read(string text) => As<Letter>(text)?.Sentences is { } sentences
        ? [.. sentences.Select(sentence => new ToldSentence(sentence.Text.Trim(), [.. sentence.Materials ?? []]))]
        : null;

    /// <summary>The JSON in a text; fences around it are no harm, words around it are.</summary>
    public static T? As<T>(string text)
        where T : class
    {
        var inner = text.Trim();
        if (inner.StartsWith("```", StringComparison.Ordinal) && inner.EndsWith("```", StringComparison.Ordinal) && inner.Length > 6)
        {
            inner = inner[3..^3];
            inner = inner.StartsWith("json", StringComparison.OrdinalIgnoreCase) ? inner[4..] : inner;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(inner, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Letter([property: JsonRequired] IReadOnlyList<Sentence> Sentences);

    private sealed record Sentence([property: JsonRequired] string Text, IReadOnlyList<Guid>? Materials);
}
