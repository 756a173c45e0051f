using Learning.Cli.Calling;
using Learning.Data;

namespace Learning.Cli.Checks;

/// <summary>Whether the database itself is sound: its pages, its indices, its foreign keys.</summary>
internal static class DatabaseCheck
{
    public static Task<IReadOnlyList<Finding>> LookAsync(Call call) =>
        call.Teller.Progress.WhileAsync<IReadOnlyList<Finding>>("database", 0, _ => Task.Run<IReadOnlyList<Finding>>(() =>
        [
            .. StoreCopies.FaultsOf(call.Store.DatabaseFile).Select(fault => Finding.Of(call.Words, "store-damaged", call.Store.DatabaseFile, ("message", fault))),
        ]));
}
