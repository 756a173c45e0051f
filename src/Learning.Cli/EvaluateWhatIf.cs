using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Learning.Cli.Calling;
using Learning.Cli.Telling;
using Learning.Plans;
using Learning.Plans.WhatIf;
using Learning.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Cli;

/// <summary><c>learning evaluate plans --what-if PACK.yaml</c>: whose plans a rule pack would change, before it applies.</summary>
internal static class EvaluateWhatIf
{
    /// <summary>Name of the option.</summary>
    public const string Pack = "--what-if";

    private const string From = "--from";
    private const string Weeks = "--weeks";

    /// <summary>The option, for the verb that it belongs to.</summary>
    public static Option<string?> Option(Words words) => new(Pack) { Description = words.Of("help.evaluate.what-if"), HelpName = "PACK.yaml" };

    /// <summary>The first day of the plans that are compared.</summary>
    public static Option<string?> FromOption(Words words) => new(From) { Description = words.Of("help.plan.from"), HelpName = "YYYY-MM-DD" };

    /// <summary>Compares and answers.</summary>
    public static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var pack = RulePacks.ReadFile(call.Value<string>(Pack)!);
        var written = call.Value<string?>(From);
        DateOnly? from = written is null ? null
            : DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw new WrongCall("wrong-day", ("option", From), ("value", written));
        var weeks = call.Asked.GetResult(Weeks) is OptionResult { Implicit: false } ? call.Value<int>(Weeks) : PlanDrafting.UsualWeeks;
        await call.OpenAsync(cancellationToken);
        var scopes = call.Services.GetRequiredService<IServiceScopeFactory>();
        var report = await call.Teller.Progress.WhileAsync("evaluate", 0, progress => RuleWhatIf.RunAsync(scopes, pack, from, weeks, progress, cancellationToken));
        call.Teller.Answer(report, () => report.Changed
            .Select(member => FormattableString.Invariant($"{member.Key ?? member.Member.ToString(),-36} +{member.Added} -{member.Removed} ~{member.Moved}  {member.HoursBefore:0.0} → {member.HoursAfter:0.0} h"))
            .Append(call.Words.Of("evaluate.what-if.sum", ("changed", report.Changed.Count), ("asked", report.Asked), ("members", report.Members), ("pack", report.Pack))));
        return Exit.Done;
    }
}
