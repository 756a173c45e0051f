namespace Learning.Cli.Calling;

/// <summary>What the program says to the program that called it.</summary>
internal static class Exit
{
    /// <summary>All is done.</summary>
    public const int Done = 0;

    /// <summary>Some items failed; the answer names them.</summary>
    public const int SomeFailed = 1;

    /// <summary>The call itself is wrong.</summary>
    public const int WrongCall = 2;

    /// <summary>A rule of the house refused.</summary>
    public const int Refused = 3;

    /// <summary>Stopped by Ctrl-C or by the system, as shells count it.</summary>
    public const int Stopped = 130;
}
