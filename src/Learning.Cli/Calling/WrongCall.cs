namespace Learning.Cli.Calling;

/// <summary>The call can't be meant so: the texts of <paramref name="key"/> say what, and how to mend it.</summary>
/// <param name="key">Key of the texts: <c>key.detail</c> and <c>key.hint</c>.</param>
/// <param name="values">Values for both.</param>
internal sealed class WrongCall(string key, params (string Name, object? Value)[] values) : Exception(key)
{
    /// <summary>Key of the texts; also the name of the rule in JSON.</summary>
    public string Key { get; } = key;

    /// <summary>Values for the texts.</summary>
    public IReadOnlyList<(string Name, object? Value)> Values { get; } = values;
}
