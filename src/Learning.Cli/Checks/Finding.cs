using Learning.Cli.Telling;

namespace Learning.Cli.Checks;

/// <summary>Something that does not fit.</summary>
/// <param name="Rule">Name of what is broken.</param>
/// <param name="Where">Where it is.</param>
/// <param name="Detail">What it is.</param>
/// <param name="Hint">How to mend it.</param>
internal sealed record Finding(string Rule, string Where, string Detail, string Hint)
{
    /// <summary>A finding in the words of the resources.</summary>
    public static Finding Of(Words words, string rule, string where, params ReadOnlySpan<(string Name, object? Value)> values) =>
        new(rule, where, words.Of(rule + ".detail", values), words.Of(rule + ".hint", values));
}
