using System.CommandLine;
using Learning.Cli.Calling;
using Learning.Cli.Telling;
using Learning.Retraining;

namespace Learning.Cli;

/// <summary><c>learning promote ID</c>: puts a model to serve; every running server follows at its next list.</summary>
internal static class Promote
{
    public static Command Verb(Words words) => new Command("promote", words.Of("help.promote"))
    {
        new Argument<string>("ID") { Description = words.Of("help.promote.id") },
        new Option<bool>("--force") { Description = words.Of("help.promote.force") },
    }.Runs(words, RunAsync);

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        call.DemandStore();
        var serving = await call.Get<Promotion>().PromoteAsync(call.Value<string>("ID")!, "command line", call.Value<bool>("--force"), cancellationToken);
        call.Teller.Answer(new { serving = serving.Model, serving.Since, serving.Before }, () => [call.Words.Of("models.serving", ("model", serving.Model))]);
        return Exit.Done;
    }
}
