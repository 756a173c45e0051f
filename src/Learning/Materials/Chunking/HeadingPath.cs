using Learning.Materials.Readers;

namespace Learning.Materials.Chunking;

/// <summary>The headings above a part as one line.</summary>
internal static class HeadingPath
{
    private const string Between = " › ";
    private const int MostCharacters = 100;

    public static string Of(string title, IReadOnlyList<string> headings)
    {
        var parts = new List<string>();
        Add(parts, title);
        foreach (var heading in headings)
        {
            // The text's first heading usually is its title.
            if (parts.Count != 1 || !Bare(title).EndsWith(Bare(heading), StringComparison.Ordinal))
                Add(parts, heading);
        }

        return string.Join(Between, parts);
    }

    public static string With(string path, string label) =>
        label.Length == 0 ? path : path.Length == 0 ? label : path + Between + label;

    private static void Add(List<string> parts, string heading)
    {
        var line = Markup.OneLine(heading);
        if (line.Length > MostCharacters)
            line = line[..(char.IsHighSurrogate(line[MostCharacters - 2]) ? MostCharacters - 2 : MostCharacters - 1)] + "…";
        if (line.Length > 0)
            parts.Add(line);
    }

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
