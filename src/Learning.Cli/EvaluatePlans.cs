using System.CommandLine;
using Learning.Cli.Calling;
using Learning.Cli.Telling;
using Learning.Evaluation.Planning;
using Learning.Plans;

namespace Learning.Cli;

/// <summary><c>learning evaluate plans [--people N] [--items N] [--weeks N]</c>: how close to the best plans are proven to be, and how long they take, on generated problems; with <c>--what-if PACK.yaml</c> whose plans a rule pack would change.</summary>
internal static class EvaluatePlans
{
    private const string People = "--people";
    private const string Items = "--items";
    private const string Weeks = "--weeks";
    private const string Seed = "--seed";
    private const string Family = "--family";
    private const string Compare = "--compare";

    public static Command Verb(Words words) => new Command("plans", words.Of("help.evaluate.plans"))
    {
        Options.Number(People, words.Of("help.evaluate.plans.people"), standard: 200, least: 1, most: 100_000, words),
        Options.Number(Items, words.Of("help.evaluate.plans.items"), standard: 200, least: 20, most: 2_000, words),
        Options.Number(Weeks, words.Of("help.evaluate.plans.weeks"), standard: 12, least: 1, most: PlanDrafting.MostWeeks, words),
        Options.Number(Seed, words.Of("help.evaluate.plans.seed"), standard: 1, least: 0, most: 1_000_000, words),
        Options.OneOf(Family, words.Of("help.evaluate.plans.family"), standard: null, PlanInstances.Families, words),
        new Option<bool>(Compare) { Description = words.Of("help.evaluate.plans.compare") },
        EvaluateWhatIf.Option(words),
        EvaluateWhatIf.FromOption(words),
    }.Runs(words, RunAsync);

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        if (call.Value<string?>(EvaluateWhatIf.Pack) is not null) return await EvaluateWhatIf.RunAsync(call, cancellationToken);
        var wish = new PlanEvaluationWish(call.Value<int>(People), call.Value<int>(Items), call.Value<int>(Weeks), call.Value<int>(Seed), call.Value<string?>(Family), call.Value<bool>(Compare));
        var report = await call.Teller.Progress.WhileAsync("evaluate", wish.People, progress =>
            Task.Run(() => new PlanEvaluation(call.Get<TimeProvider>()).Run(wish, progress, cancellationToken), cancellationToken));
        call.Teller.Answer(report, () => Lines(report));
        return report.Checked < 1 ? Exit.SomeFailed : Exit.Done;
    }

    private static IEnumerable<string> Lines(PlanReport report) =>
    [
        .. report.Families.SelectMany(family => Rivals(family).Prepend(FormattableString.Invariant(
            $"{family.Family,-14} optimal {family.Optimal:0.00}  within 1 % {family.Within1Percent:0.00}  within 2 % {family.Within2Percent:0.00}  median gap {family.MedianGap:0.00%}  infeasible {family.Infeasible:0.00}  {family.MedianSeconds:0.00} s, p95 {family.P95Seconds:0.00} s  checked {family.Checked:0.00}  ({family.Instances})"))),
        FormattableString.Invariant($"{"all",-14} optimal {report.Optimal:0.00}  within 1 % {report.Within1Percent:0.00}  within 2 % {report.Within2Percent:0.00}  median gap {report.MedianGap:0.00%}  {report.MedianSeconds:0.00} s, p95 {report.P95Seconds:0.00} s  checked {report.Checked:0.00}  ({report.Instances})"),
    ];

    private static IEnumerable<string> Rivals(PlanFamilyReport family) => (family.Rivals ?? [])
        .Select(rival => FormattableString.Invariant($"    {rival.Name,-18} median gap {rival.MedianGap:0.00%}  {rival.MedianSeconds:0.00} s  behind in a higher aim {rival.Behind:0.00}"));
}
