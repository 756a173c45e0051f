using System.CommandLine;
using System.Globalization;
using Learning.Cli.Calling;
using Learning.Cli.Telling;
using Learning.Materials;
using Learning.Plans;
using Learning.Reviews;

namespace Learning.Cli;

/// <summary><c>learning plan MEMBER</c>: makes a plan, proves it and hands it in for review.</summary>
internal static class Plan
{
    /// <summary>Who acts on the command line: whoever may write the data folder.</summary>
    private static readonly Actor CommandLine = new(Guid.Empty, "command line");

    public static Command Verb(Words words) => new Command("plan", words.Of("help.plan"))
    {
        MemberNamed.Argument(words),
        new Option<string?>("--from") { Description = words.Of("help.plan.from"), HelpName = "YYYY-MM-DD" },
        Options.Number("--weeks", words.Of("help.plan.weeks"), standard: 4, least: 1, most: PlanDrafting.MostWeeks, words),
    }.Runs(words, RunAsync);

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var from = Day(call.Value<string?>("--from"));
        await call.OpenAsync(cancellationToken);
        var member = await MemberNamed.FindAsync(call.Db, call.Value<string>("MEMBER")!, cancellationToken);
        var plan = await call.Get<PlanReview>().DraftAsync(CommandLine, member.Id, from, call.Value<int>("--weeks"), cancellationToken);
        var catalogue = await call.Get<Catalogue>().CurrentAsync(call.Db, cancellationToken);
        var told = PlanTold.Of(plan, catalogue, call.Words.Language);
        call.Teller.Answer(told, () => told.Lines(call.Words));
        return Exit.Done;
    }

    private static DateOnly? Day(string? written) => written is null ? null
        : DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new WrongCall("wrong-day", ("option", "--from"), ("value", written));
}
