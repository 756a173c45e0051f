using System.CommandLine;
using Learning.Cli.Telling;

namespace Learning.Cli.Calling;

/// <summary>Asks before what can't be taken back.</summary>
internal static class Asking
{
    private const string Yes = "--yes";

    /// <summary>The option that says yes beforehand.</summary>
    public static Option<bool> Option(Words words) => new(Yes) { Description = words.Of("help.yes") };

    /// <summary>Goes on only when the person says yes.</summary>
    /// <exception cref="WrongCall">Nobody is there to be asked.</exception>
    /// <exception cref="OperationCanceledException">The person said no.</exception>
    public static void Demand(Call call, string question, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (call.Value<bool>(Yes))
        {
            return;
        }

        if (Console.IsInputRedirected || call.Teller.Json)
        {
            throw new WrongCall("nobody-to-ask");
        }

        Console.Error.Write(Plain.Line(call.Words.Of(question, values)) + " [y/N] ");
        if (Console.In.ReadLine()?.Trim() is not ("y" or "Y" or "yes" or "是"))
        {
            throw new BrokenRule("not-confirmed", "Nothing was changed.", "Answer y, or give --yes.");
        }
    }
}
