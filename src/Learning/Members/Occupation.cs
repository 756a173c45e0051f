namespace Learning.Members;

/// <summary>How occupation codes nest: 4-02-07-08 lies within 4-02-07, 4-02 and 4.</summary>
public static class Occupation
{
    /// <summary>The code for people who have retired; it is none of the classification.</summary>
    public const string Retired = "retired";

    /// <summary>Whether a code is another or lies below it.</summary>
    /// <param name="code">A member's code; null when unknown.</param>
    /// <param name="group">A code or a prefix of codes.</param>
    public static bool IsWithin(string? code, string group) =>
        code is not null && code.StartsWith(group, StringComparison.Ordinal) && (code.Length == group.Length || code[group.Length] == '-');

    /// <summary>Whether a code is within one of some groups.</summary>
    public static bool IsWithinAny(string? code, IReadOnlyList<string> groups)
    {
        for (var place = 0; place < groups.Count; place++)
        {
            if (IsWithin(code, groups[place]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The group that cohorts share: the first two parts of a code (4-02), or <c>retired</c>; null when unknown.</summary>
    public static string? GroupOf(string? code)
    {
        if (code is null or Retired)
        {
            return code;
        }

        var parts = code.Split('-');
        return parts.Length < 2 ? code : $"{parts[0]}-{parts[1]}";
    }
}
