using System.CommandLine;
using Learning.Cli.Calling;
using Learning.Cli.Checks;
using Learning.Cli.Telling;

namespace Learning.Cli;

/// <summary><c>learning check</c>: looks whether all that is stored still fits together, and says how to mend what does not.</summary>
internal static class Check
{
    private static readonly (string Name, Func<Call, CancellationToken, Task<IReadOnlyList<Finding>>> Look)[] Looks =
    [
        ("rule-packs", RulePackCheck.LookAsync),
        ("index", IndexCheck.LookAsync),
        ("hours", HoursCheck.LookAsync),
        ("plans", PlanCheck.LookAsync),
    ];

    public static Command Verb(Words words) => new Command("check", words.Of("help.check")).Runs(words, RunAsync);

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        call.DemandStore();
        var findings = new Dictionary<string, IReadOnlyList<Finding>>(StringComparer.Ordinal) { ["database"] = await DatabaseCheck.LookAsync(call) };

        // Whatever else a damaged database says can't be trusted.
        if (findings["database"].Count == 0)
        {
            await call.PrepareAsync(cancellationToken);
            foreach (var (name, look) in Looks)
            {
                findings[name] = await look(call, cancellationToken);
            }
        }

        var isWell = findings.Values.All(list => list.Count == 0);
        call.Teller.Answer(
            new { ok = isWell, checks = findings.Select(check => new { name = check.Key, passed = check.Value.Count == 0, findings = check.Value }) },
            () => Lines(findings, call.Words));
        return isWell ? Exit.Done : Exit.SomeFailed;
    }

    private static IEnumerable<string> Lines(Dictionary<string, IReadOnlyList<Finding>> findings, Words words)
    {
        foreach (var (name, list) in findings)
        {
            yield return $"{(list.Count == 0 ? "✓" : "✗")} {words.Of("check." + name)}";
            foreach (var finding in list)
            {
                yield return $"  {finding.Where}: {finding.Detail}";
                yield return $"    → {finding.Hint}";
            }
        }
    }
}
