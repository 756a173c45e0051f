using System.CommandLine;
using Learning.Cli.Telling;
using Microsoft.Data.Sqlite;

namespace Learning.Cli.Calling;

/// <summary>Runs a verb, and turns all that can go wrong into an answer and an exit code.</summary>
internal static class Running
{
    private const int DatabaseBusy = 5;
    private const int DatabaseReadOnly = 8;
    private const int DatabaseDamaged = 11;
    private const int DiskFull = 13;
    private const int NoDatabase = 26;

    /// <summary>Gives a verb its work.</summary>
    public static Command Runs(this Command verb, Words words, Func<Call, CancellationToken, Task<int>> work)
    {
        verb.SetAction(async (asked, cancellationToken) =>
        {
            await using var call = new Call(asked, words);
            return await RunAsync(call, work, cancellationToken);
        });
        return verb;
    }

    private static async Task<int> RunAsync(Call call, Func<Call, CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work(call, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            call.Teller.Problem("stopped", call.Words);
            return Exit.Stopped;
        }
        catch (WrongCall wrong)
        {
            call.Teller.Problem(wrong.Key, call.Words, [.. wrong.Values]);
            return Exit.WrongCall;
        }
        catch (BrokenRule broken) when (broken.Rule == "evaluation-data-unreadable")
        {
            // The call names a set that is none.
            call.Teller.Problem(broken, call.Words);
            return Exit.WrongCall;
        }
        catch (BrokenRule broken)
        {
            call.Teller.Problem(broken, call.Words);
            return Exit.Refused;
        }
        catch (Exception problem) when (RuleOf(problem) is { } rule)
        {
            call.Teller.Problem(rule, call.Words, ("file", call.Store.DatabaseFile), ("message", problem.Message));
            return Exit.Refused;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            call.Teller.Problem("file-not-accessible", call.Words, ("message", problem.Message));
            return Exit.Refused;
        }
        catch (Exception problem)
        {
            // Nobody foresaw it: whoever mends it needs the place.
            call.Teller.Problem("unexpected", call.Words, ("message", $"{problem.GetType().Name}: {problem.Message}"));
            await Console.Error.WriteLineAsync(problem.ToString());
            return Exit.SomeFailed;
        }
    }

    /// <summary>What the database said, where a person can do something about it.</summary>
    private static string? RuleOf(Exception problem) => (problem as SqliteException ?? problem.InnerException as SqliteException)?.SqliteErrorCode switch
    {
        DatabaseBusy => "store-busy",
        DatabaseReadOnly => "store-read-only",
        DatabaseDamaged or NoDatabase => "store-damaged",
        DiskFull => "disk-full",
        _ => null,
    };
}
