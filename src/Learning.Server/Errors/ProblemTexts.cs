using System.Globalization;
using System.Resources;
using Microsoft.AspNetCore.Mvc;

namespace Learning.Server.Errors;

/// <summary>
/// What a broken rule is called, means, and how it is mended, in both languages. The resources hold three texts per rule:
/// <c>rule.title</c>, <c>rule.detail</c>, <c>rule.hint</c>. What a refusal says itself, in English, goes before the English resource.
/// A hint speaks to programs too (<c>GET /plans</c>); where it does, <c>rule.page</c> says what a person on a page can do.
/// </summary>
internal static class ProblemTexts
{
    private static readonly ResourceManager Resources = new("Learning.Server.Errors.Problems", typeof(ProblemTexts).Assembly);
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    /// <summary>The title of a rule. In English a rule's name is nearly a sentence: <c>plan-not-in-review</c>, "Plan not in review".</summary>
    public static string Title(string rule, string language) =>
        Own($"{rule}.title", language) ?? Own($"{rule}.title", "en") ?? Humanised(rule);

    /// <summary>What is wrong.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="said">What the refusal itself says, in English.</param>
    /// <param name="values">Values of the sentence.</param>
    public static string? Detail(string rule, string language, string? said = null, IReadOnlyDictionary<string, object?>? values = null) =>
        Said($"{rule}.detail", language, said, values);

    /// <summary>How it is mended.</summary>
    /// <inheritdoc cref="Detail" />
    public static string? Hint(string rule, string language, string? said = null, IReadOnlyDictionary<string, object?>? values = null) =>
        Said($"{rule}.hint", language, said, values);

    /// <summary>What a person on a page can do about it: the text for pages, where there is one; otherwise the hint.</summary>
    /// <inheritdoc cref="Detail" />
    public static string? PageHint(string rule, string language, string? said = null, IReadOnlyDictionary<string, object?>? values = null) =>
        Own($"{rule}.page", language) ?? Hint(rule, language, said, values);

    /// <summary>The same of a problem that was made already.</summary>
    public static string? PageHint(ProblemDetails problem, string language) =>
        (problem.Extensions.TryGetValue("rule", out var rule) ? Own($"{rule}.page", language) : null) ?? (problem.Extensions.TryGetValue("hint", out var hint) ? hint as string : null);

    /// <summary>Every rule with a text in a language.</summary>
    public static IReadOnlySet<string> Rules(string language) =>
        Resources.GetResourceSet(CultureOf(language), createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>()
            .Select(entry => ((string)entry.Key).Split('.')[0])
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a text stands in the resources of a language itself.</summary>
    public static bool Has(string key, string language) => Own(key, language) is not null;

    private static string? Said(string key, string language, string? said, IReadOnlyDictionary<string, object?>? values) =>
        language == "zh"
            ? Filled(Own(key, "zh"), "zh", values) ?? said ?? Filled(Own(key, "en"), "en", values)
            : said ?? Filled(Own(key, "en"), "en", values);

    private static string? Own(string key, string language) =>
        Resources.GetResourceSet(CultureOf(language), createIfNotExists: true, tryParents: false)?.GetString(key);

    private static CultureInfo CultureOf(string language) => language == "zh" ? Chinese : CultureInfo.InvariantCulture;

    private static string? Filled(string? text, string language, IReadOnlyDictionary<string, object?>? values) => text is null ? null
        : Sentence.Fill(text, language, name => values?.GetValueOrDefault(name) is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value}") : "…");

    private static string Humanised(string rule) => char.ToUpperInvariant(rule[0]) + rule[1..].Replace('-', ' ');
}
