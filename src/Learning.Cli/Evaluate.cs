using System.CommandLine;
using Learning.Cli.Calling;
using Learning.Cli.Telling;
using Learning.Embeddings;
using Learning.Evaluation;
using Learning.Members.Occupations;

namespace Learning.Cli;

/// <summary><c>learning evaluate recommend|search|similarity|occupations --data PATH</c>: how good recommendations, search, the embedding models and the matching of occupations are, on sets in the field's own formats.</summary>
internal static class Evaluate
{
    private const string Data = "--data";

    public static Command Verb(Words words) => new("evaluate", words.Of("help.evaluate"))
    {
        EvaluateRecommend.Verb(words),
        EvaluatePlans.Verb(words),
        new Command("search", words.Of("help.evaluate.search")) { Path(words) }.Runs(words, SearchAsync),
        new Command("similarity", words.Of("help.evaluate.similarity")) { Path(words) }.Runs(words, SimilarityAsync),
        new Command("occupations", words.Of("help.evaluate.occupations")) { Path(words) }.Runs(words, OccupationsAsync),
    };

    private static Option<string> Path(Words words) => new(Data) { Description = words.Of("help.evaluate.data"), HelpName = "PATH", Required = true };

    private static async Task<int> SearchAsync(Call call, CancellationToken cancellationToken)
    {
        var report = await call.Teller.Progress.WhileAsync("evaluate", 0, progress => SearchEvaluation.RunAsync(
            call.Value<string>(Data)!, call.Get<EmbeddingModels>(), CacheFolder(call), new Steps(progress), cancellationToken));
        call.Teller.Answer(report, () => report.Modes.Select(mode => FormattableString.Invariant(
            $"{mode.Name,-8} nDCG@10 {mode.Ndcg:0.0000}  Recall@10 {mode.Recall:0.0000}  MRR@10 {mode.ReciprocalRank:0.0000}  {mode.MillisecondsPerQuery:0.0} ms  ({mode.Queries})")));
        return Exit.Done;
    }

    private static async Task<int> SimilarityAsync(Call call, CancellationToken cancellationToken)
    {
        var report = await call.Teller.Progress.WhileAsync("evaluate", 0, progress => SimilarityEvaluation.RunAsync(
            call.Value<string>(Data)!, call.Get<EmbeddingModels>(), CacheFolder(call), new Steps(progress), cancellationToken));
        call.Teller.Answer(report, () => [FormattableString.Invariant($"Spearman {report.Spearman:0.0000}  ({report.Pairs})")]);
        return Exit.Done;
    }

    private static async Task<int> OccupationsAsync(Call call, CancellationToken cancellationToken)
    {
        var report = await call.Teller.Progress.WhileAsync("evaluate", 0, progress => Task.Run(() => OccupationEvaluation.Run(call.Value<string>(Data)!, call.Get<OccupationMatcher>(), new Steps(progress), cancellationToken), cancellationToken));
        call.Teller.Answer(report, () => [FormattableString.Invariant(
            $"acc@1 {report.First:0.0000}  acc@5 {report.AmongFive:0.0000}  taken {report.Taken:0.0000} of which right {report.TakenPrecision:0.0000}  {report.MillisecondsPerTitle:0.0} ms  ({report.Cases})")]);
        return Exit.Done;
    }

    /// <summary>Vectors are kept by the content of the text, so a second run is quick.</summary>
    private static string CacheFolder(Call call) => System.IO.Path.Combine(call.Store.DataFolder, "vector-cache");

    private sealed class Steps(IProgress<int> progress) : IProgress<EvaluationProgress>
    {
        public void Report(EvaluationProgress value) => progress.Report(value.Done);
    }
}
