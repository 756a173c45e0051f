using System.CommandLine;
using System.Diagnostics;
using Learning.Cli.Calling;
using Learning.Cli.Telling;
using Learning.Retraining;

namespace Learning.Cli;

/// <summary><c>learning train</c>: learns from what people did, and promotes what it learned when the gate lets it through.</summary>
internal static class Train
{
    public static Command Verb(Words words) => new Command("train", words.Of("help.train")).Runs(words, RunAsync);

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        await call.OpenAsync(cancellationToken);
        var clock = Stopwatch.StartNew();
        var outcome = await call.Get<Retrainer>().TrainAsync(new Stepped(call.Words), cancellationToken);
        var seconds = Math.Round(clock.Elapsed.TotalSeconds, 1);
        using var self = Process.GetCurrentProcess();
        var model = outcome.Model is { } made ? ModelTold.Of(made, null) : null;
        call.Teller.Answer(
            new { outcome.Status, model, seconds, peakMB = Math.Round(self.PeakWorkingSet64 / 1e6, 1) },
            () =>
            [
                call.Words.Of("train." + System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.Status.ToString()), ("model", outcome.Model?.Id), ("seconds", seconds)),
                .. model?.Lines(call.Words) ?? [],
            ]);
        return Exit.Done;
    }

    /// <summary>Each step by its name: <c>read</c>, <c>lists</c>, <c>judge</c>, <c>choose</c>, <c>fit</c>.</summary>
    private sealed class Stepped(Words words) : IProgress<string>
    {
        public void Report(string value) => Teller.Note($"{words.Of("progress.train")}: {value}");
    }
}
