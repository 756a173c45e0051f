using System.Globalization;
using System.Resources;
using Learning.Cli.Calling;

namespace Learning.Cli.Telling;

/// <summary>The sentences of the command line in one language. Values stand in braces, as <see cref="Sentence"/> reads them.</summary>
internal sealed class Words
{
    private static readonly ResourceManager Resources = new("Learning.Cli.Telling.Words", typeof(Words).Assembly);

    /// <summary>In POSIX's order: the first that is set counts.</summary>
    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    private readonly CultureInfo _culture;

    /// <summary>Texts in a language. The library that reads calls follows it.</summary>
    /// <param name="language"><c>zh</c>, or anything else for English.</param>
    public Words(string language)
    {
        Language = language;
        _culture = language == "zh" ? CultureInfo.GetCultureInfo("zh-Hans") : CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = _culture;
        CultureInfo.DefaultThreadCurrentUICulture = _culture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
    }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public string Language { get; }

    /// <summary>The language a call asks for, else the one of the terminal, else Chinese.</summary>
    public static string LanguageOf(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        for (var at = 0; at < args.Count; at++)
        {
            var asked = args[at] == Options.Language && at + 1 < args.Count ? args[at + 1]
                : args[at].StartsWith(Options.Language + "=", StringComparison.Ordinal) ? args[at][(Options.Language.Length + 1)..] : null;
            if (asked is "zh" or "en")
            {
                return asked;
            }
        }

        var locale = LocaleVariables.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
        return locale.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "zh";
    }

    /// <summary>A sentence with its values; a key without a text is its own text.</summary>
    public string Of(string key, params ReadOnlySpan<(string Name, object? Value)> values) => Find(key, values) ?? key;

    /// <summary>A sentence with its values; null where there is none.</summary>
    public string? Find(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (Resources.GetString(key, _culture) is not { } text)
        {
            return null;
        }

        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            said[name] = string.Create(CultureInfo.InvariantCulture, $"{value}");
        }

        return Sentence.Fill(text, Language, said.GetValueOrDefault);
    }
}
