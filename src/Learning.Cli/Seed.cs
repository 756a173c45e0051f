using System.CommandLine;
using System.Diagnostics;
using Learning.Cli.Calling;
using Learning.Cli.Telling;
using Learning.Members;
using Learning.Seeding;

namespace Learning.Cli;

/// <summary><c>learning seed</c>: makes the embedded database and fills it with the fictional organisation of the quick start.</summary>
internal static class Seed
{
    public static Command Verb(Words words) => new Command("seed", words.Of("help.seed")).Runs(words, RunAsync);

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var folder = DataFolder.Find("data/seed");
        await call.PrepareAsync(cancellationToken);
        var clock = Stopwatch.StartNew();
        var today = LocalDay.Of(call.Get<TimeProvider>().GetUtcNow(), LocalDay.Usual);
        var outcome = await call.Teller.Progress.WhileAsync("seed", 0, progress => SeedStore.SeedAsync(call.Db, folder, today, new Written(progress), cancellationToken));
        if (outcome.Status == SeedStatus.StoreHoldsOtherData)
        {
            throw new BrokenRule("store-holds-other-data", "The store holds other data already; nothing was written.", "Seed an empty folder: --data-folder FOLDER.", BrokenRuleKind.Conflict);
        }

        var embedded = await Embedding.RunAsync(call, cancellationToken);
        var seconds = Math.Round(clock.Elapsed.TotalSeconds, 2);
        call.Teller.Answer(
            new { outcome.Status, outcome.Materials, outcome.Members, outcome.Records, embedded, seconds, folder = call.Store.DataFolder },
            () =>
            [
                outcome.Status == SeedStatus.AlreadySeeded
                    ? call.Words.Of("seed.already", ("embedded", embedded))
                    : call.Words.Of("seed.done", ("materials", outcome.Materials), ("members", outcome.Members), ("records", outcome.Records), ("embedded", embedded), ("seconds", seconds)),
            ]);
        return Exit.Done;
    }

    /// <summary>Adds up what the phases have written.</summary>
    private sealed class Written(IProgress<int> progress) : IProgress<SeedProgress>
    {
        private readonly Dictionary<string, int> _done = new(StringComparer.Ordinal);

        public void Report(SeedProgress value)
        {
            _done[value.What] = value.Done;
            progress.Report(_done.Values.Sum());
        }
    }
}
