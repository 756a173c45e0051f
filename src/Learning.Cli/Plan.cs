using System.CommandLine;
using System.Globalization;
using Learning.Cli.Calling;
using Learning.Cli.Telling;
using Learning.Materials;
using Learning.Plans;
using Learning.Reviews;
using Learning.Rules;

namespace Learning.Cli;

/// <summary><c>learning plan MEMBER</c>: makes a plan, proves it and hands it in for review; <c>learning plan --all</c> does so for every member of an organisation.</summary>
internal static class Plan
{
    /// <summary>Who acts on the command line: whoever may write the data folder.</summary>
    private static readonly Actor CommandLine = new(Guid.Empty, "command line");

    public static Command Verb(Words words)
    {
        var member = new Argument<string?>("MEMBER") { Description = words.Of("help.member"), Arity = ArgumentArity.ZeroOrOne };
        var verb = new Command("plan", words.Of("help.plan"))
        {
            member,
            new Option<string?>("--from") { Description = words.Of("help.plan.from"), HelpName = "YYYY-MM-DD" },
            Options.Number("--weeks", words.Of("help.plan.weeks"), standard: PlanDrafting.UsualWeeks, least: 1, most: PlanDrafting.MostWeeks, words),
        };
        foreach (var option in PlanAll.Options(words))
        {
            verb.Add(option);
        }

        return verb.Runs(words, RunAsync);
    }

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var (from, weeks, named) = (Day(call.Value<string?>("--from")), call.Value<int>("--weeks"), call.Value<string?>("MEMBER"));
        if (call.Value<bool>(PlanAll.All) == (named is not null))
        {
            throw new WrongCall("plan-whom");
        }

        return named is null ? await PlanAll.RunAsync(call, CommandLine, from, weeks, cancellationToken) : await RunAsync(call, named, from, weeks, cancellationToken);
    }

    private static async Task<int> RunAsync(Call call, string named, DateOnly? from, int weeks, CancellationToken cancellationToken)
    {
        await call.OpenAsync(cancellationToken);
        var member = await MemberNamed.FindAsync(call.Db, named, cancellationToken);
        var plan = await call.Get<PlanReview>().DraftAsync(CommandLine, member.Id, from, weeks, cancellationToken);
        var catalogue = await call.Get<Catalogue>().CurrentAsync(call.Db, cancellationToken);
        var told = PlanTold.Of(plan, catalogue, call.Get<RulePacks>(), call.Words.Language);
        call.Teller.Answer(told, () => told.Lines(call.Words));
        return Exit.Done;
    }

    private static DateOnly? Day(string? written) => written is null ? null
        : DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new WrongCall("wrong-day", ("option", "--from"), ("value", written));
}
