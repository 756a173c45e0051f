using System.Globalization;

namespace Learning.Materials.Readers;

/// <summary>Takes typed values out of told fields and gathers a problem for each that makes no sense.</summary>
internal sealed class FieldReader(Dictionary<string, RawValue> told, int? itemLine)
{
    private static readonly string[] DateShapes =
        ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd", "yyyy-M-d H:mm:ss", "yyyy-M-dTHH:mm:ss", "yyyy-M-dTHH:mm:ssZ"];

    private static readonly string[] Open = ["null", "none", "-", "—", "无", "长期", "永久", "长期有效"];
    private static readonly char[] ListMarks = [';', '；', '|', '、'];
    private static readonly char[] CommasToo = [';', '；', '|', '、', ',', '，'];

    public List<Problem> Problems { get; } = [];

    public bool Has(string field) => told.ContainsKey(field);

    public RawValue? Raw(string field) => told.GetValueOrDefault(field);

    public string? Text(string field)
    {
        switch (told.GetValueOrDefault(field))
        {
            case null:
                return null;
            case RawText text when text.Text.Contains('\0', StringComparison.Ordinal):
                Problems.Add(Readers.Problems.Encoding("A NUL character stands in the text.", Where(field)));
                return null;
            case RawText text:
                var clean = CleanText.Of(text.Text).Trim();
                return clean.Length == 0 ? null : clean;
            default:
                Refuse(field, "is a list or a mapping where one value is meant", "Write one value.");
                return null;
        }
    }

    /// <summary>A list; a single text is split at ; | 、 and, where names hold none, at commas.</summary>
    public List<string> List(string field, bool commas = true) => told.GetValueOrDefault(field) switch
    {
        null => [],
        RawText => Split(Text(field) ?? "", commas),
        RawList list when list.Items.All(item => item is RawText) =>
            [.. list.Items.Cast<RawText>().Select(item => CleanText.Of(item.Text).Trim()).Where(item => item.Length > 0)],
        _ => Refused(field),
    };

    public DateOnly? Date(string field)
    {
        if (Text(field) is not { } said || Open.Contains(said, StringComparer.OrdinalIgnoreCase))
            return null;
        if (DateOnly.TryParseExact(said, DateShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || (DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                && said.Contains('T', StringComparison.Ordinal) && Set(out day, DateOnly.FromDateTime(time.DateTime))))
            return day;
        Refuse(field, $"is no date: {Readers.Problems.Shown(said)}", "Write it as 2027-12-31.");
        return null;
    }

    /// <summary>A number, possibly followed by its unit.</summary>
    public decimal? Number(string field, decimal from, decimal to, int decimals, params ReadOnlySpan<string> units)
    {
        if (Text(field) is not { } said)
            return null;
        var digits = said;
        foreach (var unit in units)
        {
            if (digits.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
                digits = digits[..^unit.Length].TrimEnd();
        }

        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number < from || number > to || decimal.Round(number, decimals) != number)
        {
            var shape = decimals == 0 ? "a whole number" : $"a number with at most {decimals} decimal";
            Refuse(field, $"is not {shape} from {from.ToString(CultureInfo.InvariantCulture)} to {to.ToString(CultureInfo.InvariantCulture)}: {Readers.Problems.Shown(said)}",
                "Correct the number, or leave the field out to have it worked out from the text.");
            return null;
        }

        return number;
    }

    /// <summary>Words that stand for values; null when nothing was told.</summary>
    public T? Choice<T>(string field, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (Text(field) is not { } said)
            return null;
        if (words.TryGetValue(said.ToLowerInvariant(), out var value))
            return value;
        Refuse(field, $"has a value that is not known: {Readers.Problems.Shown(said)}", $"Use one of {string.Join(", ", words.Keys)}.");
        return null;
    }

    public void Refuse(string field, string detail, string hint) =>
        Problems.Add(Readers.Problems.Field($"The field {field} {detail}.", Where(field), hint));

    public string Where(string field)
    {
        var line = told.GetValueOrDefault(field)?.Line is int own and > 0 ? own : itemLine;
        return line is null ? $"field {field}" : $"line {line}, field {field}";
    }

    private static List<string> Split(string text, bool commas) =>
        [.. text.Split(commas ? CommasToo : ListMarks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static bool Set(out DateOnly day, DateOnly value)
    {
        day = value;
        return true;
    }

    private List<string> Refused(string field)
    {
        Refuse(field, "is not a list of words", "Write it as [one, two] or \"one; two\".");
        return [];
    }
}
