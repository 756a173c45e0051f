namespace Learning.Members.Occupations;

/// <summary>An occupation, or a group of occupations, of the classification of 2022 (中华人民共和国职业分类大典), or <c>retired</c>.</summary>
/// <param name="Code">Such as <c>4-10-08-01</c>; groups end in <c>-00</c>.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="NameEn">Name in English; where the project has none, that of the nearest group above.</param>
/// <param name="Level">1 for the eight major groups to 4 for a single occupation.</param>
/// <param name="Parent">Code of the group above; null at the top.</param>
public sealed record ListedOccupation(string Code, string NameZh, string NameEn, int Level, string? Parent)
{
    /// <summary>Its name in a language; English where the language is not Chinese.</summary>
    public string In(string language) => language == "zh" ? NameZh : NameEn;
}
