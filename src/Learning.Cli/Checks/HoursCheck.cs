using Learning.Cli.Calling;
using Learning.Records.Ledger;

namespace Learning.Cli.Checks;

/// <summary>Whether both sides of every booking of credit hours add up to nothing.</summary>
internal static class HoursCheck
{
    public static async Task<IReadOnlyList<Finding>> LookAsync(Call call, CancellationToken cancellationToken) =>
    [
        .. (await HoursLedger.UnbalancedAsync(call.Db, cancellationToken)).Select(entry => Finding.Of(call.Words, "hours-unbalanced", entry.ToString())),
    ];
}
