using System.CommandLine;
using Learning.Cli.Calling;
using Learning.Cli.Telling;
using Learning.Ranking.Models;

namespace Learning.Cli;

/// <summary><c>learning models</c>: which model serves, and which are kept.</summary>
internal static class Models
{
    public static Command Verb(Words words) => new Command("models", words.Of("help.models")).Runs(words, RunAsync);

    private static Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        call.DemandStore();
        var store = call.Get<ModelStore>();
        var current = store.Current();
        var models = store.All().Select(manifest => ModelTold.Of(manifest, store.Erased(manifest.Id))).ToList();
        call.Teller.Answer(
            new { serving = current.Model, current.Since, current.By, current.Before, models },
            () => [call.Words.Of("models.serving", ("model", current.Model)), .. models.SelectMany(model => model.Lines(call.Words))]);
        return Task.FromResult(Exit.Done);
    }
}
