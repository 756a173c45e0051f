namespace Learning.Cli.Telling;

/// <summary>Texts as a terminal may show them.</summary>
internal static class Plain
{
    /// <summary>One line without control characters: what people wrote must not steer the terminal.</summary>
    public static string Line(string text) => text.Any(char.IsControl)
        ? string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter))
        : text;

    /// <summary>The beginning of a text, at most so many characters.</summary>
    public static string Short(string text, int most) => text.Length <= most ? text : text[..most] + "…";
}
