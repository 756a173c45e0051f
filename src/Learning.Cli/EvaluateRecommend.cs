using System.CommandLine;
using Learning.Cli.Calling;
using Learning.Cli.Telling;
using Learning.Embeddings;
using Learning.Evaluation;
using Learning.Evaluation.Recommending;

namespace Learning.Cli;

/// <summary><c>learning evaluate recommend --data PATH [--models default|all|NAME,…]</c>: how good recommendations are, on sets in RecBole's atomic files.</summary>
internal static class EvaluateRecommend
{
    private const string Data = "--data";
    private const string Models = "--models";

    public static Command Verb(Words words) => new Command("recommend", words.Of("help.evaluate.recommend"))
    {
        new Option<string>(Data) { Description = words.Of("help.evaluate.data"), HelpName = "PATH", Required = true },
        new Option<string>(Models) { Description = words.Of("help.evaluate.models"), HelpName = "default|all|NAME,…", DefaultValueFactory = _ => "default" },
    }.Runs(words, RunAsync);

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        try
        {
            var (steps, set) = (new Steps(), RecommendSet.Read(call.Value<string>(Data)!));
            var cache = Path.Combine(call.Store.DataFolder, "vector-cache");
            set = set with { Directions = await ItemDirections.OfAsync(set.Items, call.Get<EmbeddingModels>, cache, steps, cancellationToken) };
            var report = await Task.Run(() => new RecommendEvaluation(set, steps).Run(call.Value<string>(Models)!, cancellationToken), cancellationToken);
            call.Teller.Answer(report, () => Lines(report));
            return Exit.Done;
        }
        catch (BrokenRule broken) when (broken.Rule == "model-unknown")
        {
            // The call names a model that is none.
            call.Teller.Problem(broken, call.Words);
            return Exit.WrongCall;
        }
    }

    private static IEnumerable<string> Lines(RecommendReport report) => report.Models
        .Select(model => FormattableString.Invariant(
            $"{model.Name,-36} nDCG@10 {model.Ndcg:0.0000} ({model.NdcgLow:0.0000}–{model.NdcgHigh:0.0000}; against popularity {model.AgainstPopularity.Low:+0.0000;−0.0000}…{model.AgainstPopularity.High:+0.0000;−0.0000})  recall {model.Recall:0.0000}  hit {model.Hit:0.0000}  MRR {model.ReciprocalRank:0.0000}  coverage {model.Coverage:0.000}  {model.FitSeconds:0.0} s + {model.JudgeSeconds:0.0} s  ({model.People})"))
        .Concat(report.Models.Where(model => model.Name is "off" or "off, no history").Select(OffMode))
        .Concat(report.TooWide.Select(model => $"{model.Key} did not compete: {model.Value}"))
        .Append($"default: {report.Chosen}; without history: {report.ChosenWithoutHistory}; {report.Situation}");

    private static string OffMode(ModelReport off) => FormattableString.Invariant(
        $"{off.Name}: personalisation off costs {-off.AgainstDefault!.Difference:0.0000} nDCG@10 ({-off.AgainstDefault.High:0.0000}…{-off.AgainstDefault.Low:0.0000})");

    /// <summary>Steps take between a second and minutes; each says its name when it is done.</summary>
    private sealed class Steps : IProgress<EvaluationProgress>
    {
        public void Report(EvaluationProgress value) => Teller.Note(value.Total == 0 ? value.Step : $"{value.Step} {value.Done}/{value.Total}");
    }
}
