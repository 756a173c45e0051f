namespace Learning.Members.Occupations;

/// <summary>What a code means. A code may be cut short to mean all below it: <c>4-02</c> is the group <c>4-02-00-00</c>.</summary>
public static class OccupationCodes
{
    private const int Parts = 4;

    /// <summary>Whether the classification has the code, or it is <c>retired</c>.</summary>
    public static bool IsKnown(string code) => Find(code) is not null;

    /// <summary>The name of a code in a language; null where the classification has none.</summary>
    /// <param name="code">A code, whole or cut short.</param>
    /// <param name="language"><c>zh</c>, or English for any other.</param>
    public static string? NameOf(string code, string language) => Find(code)?.In(language);

    private static ListedOccupation? Find(string code)
    {
        var whole = code;
        for (var parts = code.Split('-').Length; parts < Parts && code != Occupation.Retired; parts++)
        {
            whole += "-00";
        }

        return OccupationTable.Shipped.Find(whole);
    }
}
