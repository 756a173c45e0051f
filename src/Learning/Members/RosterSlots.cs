using System.Globalization;

namespace Learning.Members;

/// <summary>Reads a weekly time as people write it in a table: <c>mon 10:00 45 listen</c>, <c>周三 15:00-15:30</c>.</summary>
internal static class RosterSlots
{
    private static readonly string[][] Days =
    [
        ["sunday", "sun", "周日", "星期日", "周天", "星期天"], ["monday", "mon", "周一", "星期一"], ["tuesday", "tue", "周二", "星期二"],
        ["wednesday", "wed", "周三", "星期三"], ["thursday", "thu", "周四", "星期四"], ["friday", "fri", "周五", "星期五"], ["saturday", "sat", "周六", "星期六"],
    ];

    public static Slot Parse(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', ',', '，'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
        {
            throw Invalid(text);
        }

        var day = Array.FindIndex(Days, names => names.Contains(words[0], StringComparer.Ordinal));
        var times = words[1].Split(['-', '–', '~', '至']);
        if (day < 0 || !IsTime(times[0], out var start))
        {
            throw Invalid(text);
        }

        var (minutes, rest) = times.Length == 2 && IsTime(times[1], out var end)
            ? ((int)(end - start).TotalMinutes, words[2..])
            : words.Length > 2 && int.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? (told, words[3..]) : throw Invalid(text);
        return new Slot((DayOfWeek)day, start, minutes, [.. rest.Select(word => Enum.TryParse<Mode>(word, ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? mode : throw Invalid(text))]);
    }

    private static bool IsTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, ["H:mm", "HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static BrokenRule Invalid(string text) => new Problem(
        "slot-invalid", $"'{(text.Length > 50 ? text[..50] : text)}' is no weekly time.", "slots", "Write day, start and minutes, then what one can do in it: mon 10:00 45 listen.").ToBrokenRule();
}
