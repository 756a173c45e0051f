using System.CommandLine;
using Learning.Cli.Calling;
using Learning.Cli.Telling;
using Learning.Retraining;

namespace Learning.Cli;

/// <summary><c>learning rollback</c>: puts back the model that served before.</summary>
internal static class Rollback
{
    public static Command Verb(Words words) => new Command("rollback", words.Of("help.rollback")).Runs(words, RunAsync);

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        call.DemandStore();
        var serving = await call.Get<Promotion>().RollBackAsync("command line", cancellationToken);
        call.Teller.Answer(new { serving = serving.Model, serving.Since, serving.Before }, () => [call.Words.Of("models.serving", ("model", serving.Model))]);
        return Exit.Done;
    }
}
