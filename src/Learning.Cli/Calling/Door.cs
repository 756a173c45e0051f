using System.CommandLine;
using System.CommandLine.Parsing;
using Learning.Cli.Telling;

namespace Learning.Cli.Calling;

/// <summary>Reads the call and hands it to its verb. A call that can't be meant so gets an answer that helps.</summary>
internal static class Door
{
    /// <summary>How long a verb that is told to stop may take to leave things in order.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(RootCommand program, string[] args, Words words)
    {
        Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        program.HelpName = "learning";
        Options.AddTo(program, words);
        var call = program.Parse(args);
        if (call.Errors.Count > 0)
        {
            return Refuse(call, new Teller(words, args.Contains(Options.Json, StringComparer.Ordinal)), words);
        }

        return await call.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToStop });
    }

    private static int Refuse(ParseResult call, Teller teller, Words words)
    {
        var verb = call.CommandResult.Command is RootCommand ? "" : " " + Path(call.CommandResult);
        var near = call.UnmatchedTokens.SelectMany(token => Nearest.To(token, Names(call.CommandResult.Command))).Distinct(StringComparer.Ordinal).ToList();
        var hint = near.Count == 0 ? words.Of("wrong-call.hint", ("verb", verb)) : words.Of("wrong-call.near", ("near", string.Join(", ", near)), ("verb", verb));
        teller.Problem("wrong-call", string.Join(' ', CallFaults.Of(call, words)), hint);
        return Exit.WrongCall;
    }

    private static string Path(CommandResult verb) =>
        verb.Parent is CommandResult { Command: not RootCommand } above ? $"{Path(above)} {verb.Command.Name}" : verb.Command.Name;

    private static IEnumerable<string> Names(Command verb) =>
        verb.Subcommands.Select(below => below.Name).Concat(verb.Options.Select(option => option.Name));
}
