using System.CommandLine;
using System.CommandLine.Parsing;
using Learning.Cli.Telling;

namespace Learning.Cli.Calling;

/// <summary>Says in the reader's language what is wrong with a call. What the library alone knows it says itself.</summary>
internal static class CallFaults
{
    public static IEnumerable<string> Of(ParseResult call, Words words)
    {
        var verb = call.CommandResult;
        if (verb.Command.Subcommands.Count > 0)
        {
            return [call.UnmatchedTokens is [var unknown, ..] ? words.Of("call.verb-unknown", ("verb", unknown)) : words.Of("call.verb-missing")];
        }

        return call.UnmatchedTokens.Select(token => words.Of("call.unknown", ("token", token)))
            .Concat(call.Errors.Where(error => !call.UnmatchedTokens.Any(token => error.Message.Contains(token, StringComparison.Ordinal))).Select(error => Of(error, words)))
            .Distinct(StringComparer.Ordinal);
    }

    private static string Of(ParseError error, Words words) => error.SymbolResult switch
    {
        ArgumentResult { Tokens.Count: 0, Parent: CommandResult } argument => words.Of("call.argument-missing", ("argument", argument.Argument.Name)),
        CommandResult verb when Missing(verb) is { } argument => words.Of("call.argument-missing", ("argument", argument)),
        CommandResult verb when verb.Command.Options.FirstOrDefault(option => option.Required && verb.GetResult(option) is null) is { } option => words.Of("call.option-missing", ("option", option.Name)),
        OptionResult { Implicit: true } option => words.Of("call.option-missing", ("option", option.Option.Name)),
        OptionResult { Tokens.Count: 0 } option => words.Of("call.value-missing", ("option", option.Option.Name)),
        _ => error.Message,
    };

    private static string? Missing(CommandResult verb) =>
        verb.Command.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > (verb.GetResult(argument)?.Tokens.Count ?? 0))?.Name;
}
