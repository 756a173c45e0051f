using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using Learning.Cli.Telling;

namespace Learning.Cli.Calling;

/// <summary>Options that every verb has.</summary>
internal static class Options
{
    public const string Json = "--json";
    public const string DataFolder = "--data-folder";
    public const string Language = "--language";

    /// <summary>Adds them to the program.</summary>
    public static void AddTo(RootCommand program, Words words)
    {
        program.Add(new Option<bool>(Json) { Description = words.Of("help.json"), Recursive = true });
        program.Add(new Option<string?>(DataFolder) { Description = words.Of("help.data-folder"), HelpName = "FOLDER", Recursive = true });
        var language = OneOf(Language, words.Of("help.language"), standard: null, ["zh", "en"], words);
        language.Recursive = true;
        program.Add(language);
        program.Options.OfType<HelpOption>().Single().Description = words.Of("help.help");
        program.Options.OfType<VersionOption>().Single().Description = words.Of("help.version");
    }

    /// <summary>An option with a whole number between two bounds.</summary>
    public static Option<int> Number(string name, string description, int standard, int least, int most, Words words) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            result.AddError(words.Of("call.number", ("option", name), ("value", result.Tokens[0].Value), ("least", least), ("most", most)));
            return standard;
        },
    };

    /// <summary>An option whose value is one of a few.</summary>
    public static Option<string?> OneOf(string name, string description, string? standard, IReadOnlyList<string> possible, Words words)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = string.Join('|', possible), DefaultValueFactory = _ => standard };
        option.CompletionSources.Add([.. possible]);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !possible.Contains(token.Value, StringComparer.Ordinal))
            {
                result.AddError(words.Of("call.one-of", ("option", name), ("value", token.Value), ("possible", string.Join(", ", possible))));
            }
        });
        return option;
    }
}
