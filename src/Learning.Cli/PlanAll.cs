using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Learning.Cli.Calling;
using Learning.Cli.Telling;
using Learning.Reviews;
using Learning.Reviews.Batch;
using Microsoft.EntityFrameworkCore;

namespace Learning.Cli;

/// <summary><c>learning plan --all</c>: plans every member of an organisation. Stopped or killed, the same call goes on where it was, and ends with the same plans.</summary>
internal static class PlanAll
{
    /// <summary>Name of the option.</summary>
    public const string All = "--all";

    private const string Organisation = "--organisation";
    private const string Again = "--again";
    private const string At = "--at";
    private const string Cancel = "--cancel";

    /// <summary>Its options, for the verb that it belongs to.</summary>
    public static IEnumerable<Option> Options(Words words) =>
    [
        new Option<bool>(All) { Description = words.Of("help.plan.all") },
        new Option<string?>(Organisation) { Description = words.Of("help.plan.organisation"), HelpName = "KEY" },
        new Option<bool>(Again) { Description = words.Of("help.plan.again") },
        new Option<string?>(At) { Description = words.Of("help.plan.at"), HelpName = "ISO-8601" },
        new Option<bool>(Cancel) { Description = words.Of("help.plan.cancel") },
    ];

    /// <summary>Plans and reports.</summary>
    public static async Task<int> RunAsync(Call call, Actor actor, DateOnly? from, int weeks, CancellationToken cancellationToken)
    {
        var at = Moment(call.Value<string?>(At));
        await call.OpenAsync(cancellationToken);
        var clock = Stopwatch.StartNew();
        var wish = new PlanRunWish(await OrganisationAsync(call, cancellationToken), from, weeks, call.Value<bool>(Again), at);
        var runs = call.Get<PlanRuns>();
        var run = await runs.AskAsync(actor, wish, call.Db.Members, cancellationToken);
        if (call.Value<bool>(Cancel))
        {
            await runs.CancelAsync(run.Id, cancellationToken);
        }
        else
        {
            await call.Teller.Progress.WhileAsync("plans", run.Members, async progress =>
            {
                await call.Get<PlanRunWork>().DoAsync(run.Id, Environment.ProcessorCount, progress, cancellationToken);
                return true;
            });
        }

        var told = PlanRunTold.Of(await PlanRunReport.ReadAsync(call.Db, await call.Db.PlanRuns.AsNoTracking().SingleAsync(one => one.Id == run.Id, cancellationToken), cancellationToken), clock.Elapsed);
        call.Teller.Answer(told, () => told.Lines(call.Words));
        return told.Failed > 0 ? Exit.SomeFailed : Exit.Done;
    }

    private static async Task<string> OrganisationAsync(Call call, CancellationToken cancellationToken)
    {
        if (call.Value<string?>(Organisation) is { } named)
        {
            return named;
        }

        var all = await call.Db.Members.Select(member => member.Organisation).Distinct().OrderBy(key => key).Take(10).ToListAsync(cancellationToken);
        return all.Count == 1 ? all[0] : throw new WrongCall("plan-organisation", ("organisations", all.Count == 0 ? "–" : string.Join(", ", all)));
    }

    private static DateTimeOffset? Moment(string? written) => written is null ? null
        : DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment
        : throw new WrongCall("wrong-moment", ("option", At), ("value", written));
}
