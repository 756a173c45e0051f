using System.Globalization;
using System.Text.RegularExpressions;

namespace Learning;

/// <summary>
/// Puts values into a sentence. <c>{title}</c> stands for a value, <c>{n:lesson|lessons}</c> for the word that goes with a number (the first with one),
/// <c>{by:day}</c> for a day kept as 2026-11-24, with or without a time, written as people write it.
/// </summary>
public static partial class Sentence
{
    private static readonly string[] Kept = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm"];

    /// <summary>The sentence with its values. What a value itself holds in braces is left as it is, and so is a place without a value.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="language"><c>zh</c>, or anything else for English.</param>
    /// <param name="valueOf">A value by its name; null where there is none.</param>
    public static string Fill(string text, string language, Func<string, string?> valueOf) => Place().Replace(
        text,
        place => valueOf(place.Groups["name"].Value) is not { } value ? place.Value
            : place.Groups["many"].Success ? place.Groups[IsOne(value) ? "one" : "many"].Value
            : place.Groups["day"].Success ? Day(value, language)
            : value);

    /// <summary>A day such as 24 Nov 2026 or 2026年11月24日.</summary>
    public static string Day(DateOnly day, string language) => day.ToString(FormOf(language), CultureInfo.InvariantCulture);

    private static string Day(string kept, string language)
    {
        for (var form = 0; form < Kept.Length; form++)
        {
            if (DateTime.TryParseExact(kept, Kept[form], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            {
                return moment.ToString(form == 0 ? FormOf(language) : FormOf(language) + " HH:mm", CultureInfo.InvariantCulture);
            }
        }

        return kept;
    }

    private static string FormOf(string language) => language == "zh" ? "yyyy年M月d日" : "d MMM yyyy";

    private static bool IsOne(string value) => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number == 1;

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)(:(?<one>[^{}|]*)\|(?<many>[^{}|]*)|:(?<day>day))?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
