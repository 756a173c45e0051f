using System.CommandLine;
using Learning.Cli.Calling;
using Learning.Cli.Telling;

namespace Learning.Cli;

/// <summary>The command line: its verbs, from an empty folder to a plan, in the order in which one needs them.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args)
    {
        var words = new Words(Words.LanguageOf(args, Environment.GetEnvironmentVariable));
        var learning = new RootCommand(words.Of("help"))
        {
            Seed.Verb(words),
            Import.Verb(words),
            Index.Verb(words),
            Search.Verb(words),
            Recommend.Verb(words),
            Plan.Verb(words),
            Evaluate.Verb(words),
            Train.Verb(words),
            Models.Verb(words),
            Promote.Verb(words),
            Rollback.Verb(words),
            Export.Verb(words),
            Erase.Verb(words),
            Backup.Verb(words),
            Restore.Verb(words),
            Check.Verb(words),
        };
        return Door.RunAsync(learning, args, words);
    }
}
