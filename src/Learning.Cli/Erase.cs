using System.CommandLine;
using Learning.Cli.Calling;
using Learning.Cli.Telling;
using Learning.Data;
using Learning.Members;
using Microsoft.EntityFrameworkCore;

namespace Learning.Cli;

/// <summary><c>learning erase MEMBER</c>: takes a person out, with all that is kept of them and the account with which they sign in.</summary>
internal static class Erase
{
    public static Command Verb(Words words) => new Command("erase", words.Of("help.erase"))
    {
        MemberNamed.Argument(words),
        Asking.Option(words),
    }.Runs(words, RunAsync);

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        await call.OpenAsync(cancellationToken);
        var member = await MemberNamed.FindAsync(call.Db, call.Value<string>("MEMBER")!, cancellationToken);
        Asking.Demand(call, "erase.ask", ("name", member.Name), ("member", member.Id));
        await MemberErasure.EraseAsync(call.Db, member.Id, cancellationToken);
        var accountErased = member.AccountId is { } account && await EraseAccountAsync(call.Db, account, cancellationToken);
        call.Teller.Answer(
            new { erased = member.Id, accountErased },
            () => [call.Words.Of("erase.done", ("member", member.Id)), .. member.AccountId is null || accountErased ? Array.Empty<string>() : [call.Words.Of("erase.account-stays", ("account", member.AccountId))]]);
        return Exit.Done;
    }

    /// <summary>The server keeps accounts in the same file. One that also coordinates groups stays.</summary>
    private static async Task<bool> EraseAccountAsync(LearningDbContext db, Guid account, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = 'Accounts'").SingleAsync(cancellationToken) == 1
        && await db.Database.ExecuteSqlAsync($"DELETE FROM Accounts WHERE Id = {account} AND Id NOT IN (SELECT AccountId FROM GroupCoordinators)", cancellationToken) == 1;
}
