using System.Text.RegularExpressions;
using Learning.Members;
using Learning.Members.Occupations;

namespace Learning.Materials.Readers;

/// <summary>Whom a material is for, as codes and bands.</summary>
internal static partial class Audience
{
    private const string Retired = "retired";
    private static readonly string[] RetiredWords = [Retired, "退休", "退休人员", "离退休", "离退休人员", "pensioner", "pensioners"];

    private static readonly Dictionary<string, string> BandWords = AgeBand.All
        .SelectMany(band => new[] { (band.Id, band.Id), ($"{band.From}-{band.To}", band.Id), ($"{band.From}+", band.Id) })
        .Concat([("<25", "under-25"), ("25岁以下", "under-25"), ("25以下", "under-25"), ("65岁以上", "65-plus"), ("65以上", "65-plus")])
        .DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    public static List<string> Occupations(FieldReader fields, Func<string, string?>? occupationOf)
    {
        var codes = new List<string>();
        foreach (var said in fields.List(FieldNames.Occupations))
        {
            var plain = said.Replace('‐', '-');
            var code = Code().IsMatch(plain) && OccupationCodes.IsKnown(plain) ? plain
                : RetiredWords.Contains(said, StringComparer.OrdinalIgnoreCase) ? Retired
                : occupationOf?.Invoke(said);
            if (code is null)
                fields.Refuse(FieldNames.Occupations, $"has an occupation that is not known: {Problems.Shown(said)}", "Write codes such as 4-02-07 (a prefix means all below it), or retired.");
            else if (!codes.Contains(code, StringComparer.Ordinal))
                codes.Add(code);
        }

        return Words.Bounded(fields, FieldNames.Occupations, codes);
    }

    public static List<string> AgeBands(FieldReader fields)
    {
        var bands = new List<string>();
        foreach (var said in fields.List(FieldNames.AgeBands))
        {
            var plain = said.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal).Replace('–', '-').Replace('—', '-').Replace('~', '-');
            var band = BandWords.GetValueOrDefault(plain) ?? BandWords.GetValueOrDefault(plain.TrimEnd('岁'));
            if (band is null)
                fields.Refuse(FieldNames.AgeBands, $"has an age band that is not known: {Problems.Shown(said)}", $"Use {string.Join(", ", AgeBand.All.Select(each => each.Id))}.");
            else if (!bands.Contains(band, StringComparer.Ordinal))
                bands.Add(band);
        }

        return bands;
    }

    [GeneratedRegex(@"^[1-8]([-][0-9]{2}){0,3}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();
}
