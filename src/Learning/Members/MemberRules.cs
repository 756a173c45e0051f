using System.Text.RegularExpressions;
using Learning.Members.Occupations;

namespace Learning.Members;

/// <summary>What a profile must keep to. It answers with the first thing that is wrong, and where.</summary>
public static partial class MemberRules
{
    /// <summary>Oldest year of birth that is believed.</summary>
    public const int EarliestBirthYear = 1900;

    private const int MostTags = 50;
    private const int LongestTag = 50;
    private const int MostExemptions = 10;

    /// <summary>What is wrong with a profile; null when nothing is.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="today">Today.</param>
    public static Problem? ProblemOf(MemberProfile profile, DateOnly today) =>
        OfThePerson(profile, today) ?? OfTheOccupation(profile) ?? OfTheLanguage(profile) ?? OfTheTimes(profile, today) ?? OfTheLists(profile);

    private static Problem? OfThePerson(MemberProfile profile, DateOnly today)
    {
        if (profile.Name.Trim().Length is 0 or > 100 || profile.Name.Any(char.IsControl))
        {
            return new("name-invalid", "The name is empty, longer than 100 characters or holds control characters.", "name", "Give the name as it is called, 1–100 characters.");
        }

        if (profile.Key is { } key && (key.Trim().Length is 0 or > 200 || key.Any(char.IsControl)))
        {
            return new("member-key-invalid", "The key is empty, longer than 200 characters or holds control characters.", "key", "Give the number by which the organisation knows the person, or leave it out.");
        }

        return profile.BirthYear is { } born && (born < EarliestBirthYear || born > today.Year)
            ? new("birth-year-invalid", $"Nobody here was born in {born}.", "birthYear", $"Give a year from {EarliestBirthYear} to {today.Year}, or leave it out.")
            : null;
    }

    private static Problem? OfTheOccupation(MemberProfile profile)
    {
        if (profile.OccupationSaid.Length > 200)
        {
            return new("occupation-too-long", "The occupation is longer than 200 characters.", "occupation.said", "Say it in a few words.");
        }

        return profile.OccupationCode is { } code && !(Code().IsMatch(code) && OccupationCodes.IsKnown(code))
            ? new("occupation-code-invalid", $"'{Shortened(code)}' is no code of the occupational classification of 2022.", "occupation.code", "Use a code from GET /occupations, such as 4-02-07-08, or retired, or leave it out and say the occupation in words.")
            : null;
    }

    private static Problem? OfTheLanguage(MemberProfile profile)
    {
        if (profile.Language is not ("zh" or "en"))
        {
            return new("language-unknown", $"'{profile.Language}' is neither zh nor en.", "language", "Use zh or en.");
        }

        return LocalDay.IsKnown(profile.TimeZone)
            ? null
            : new("time-zone-unknown", $"There is no time zone '{profile.TimeZone}'.", "timeZone", "Use an IANA name, such as Asia/Shanghai.");
    }

    private static Problem? OfTheTimes(MemberProfile profile, DateOnly today)
    {
        if (profile.DailyCapMinutes is < 5 or > 480)
        {
            return new("daily-cap-invalid", $"{profile.DailyCapMinutes} minutes a day is not between 5 and 480.", "dailyCapMinutes", "Give 5 to 480 minutes.");
        }

        return SlotRules.ProblemOf(profile.Slots) ?? SlotRules.ProblemOf(profile.SlotExceptions ?? [], today) ?? QuietTimeProblem(profile.QuietTimes);
    }

    private static Problem? QuietTimeProblem(IReadOnlyList<QuietTime> times)
    {
        var wrong = times.Index().FirstOrDefault(time => time.Item.To <= time.Item.From || time.Item.Why.Length > 50);
        return times.Count <= SlotRules.MostSlots && wrong.Item is null
            ? null
            : new("quiet-time-invalid", $"Quiet time {wrong.Index + 1} ends before it begins, or there are more than {SlotRules.MostSlots}.", $"quietTimes[{wrong.Index}]", "Split a night at midnight: 22:00–23:59 and 00:00–06:00.");
    }

    private static Problem? OfTheLists(MemberProfile profile)
    {
        if (profile.Tags is { } tags && (tags.Count > MostTags || tags.Any(tag => tag.Trim().Length is 0 or > LongestTag || tag.Any(char.IsControl))))
        {
            return new("tag-invalid", $"A tag is empty or longer than {LongestTag} characters, or there are more than {MostTags}.", "tags", "Shorten them or leave some out.");
        }

        return profile.Exemptions is { } exemptions && (exemptions.Count > MostExemptions || exemptions.Any(exemption => !Kind().IsMatch(exemption.Kind)))
            ? new("exemption-invalid", $"An exemption's kind is no lower-case word, or there are more than {MostExemptions}.", "exemptions", "Use a kind that the rule pack names, such as old-age or ill.")
            : null;
    }

    private static string Shortened(string said) => said.Length > 30 ? said[..30] + "…" : said;

    [GeneratedRegex(@"^([1-8](-[0-9]{2}){0,3}|retired)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex("^[a-z][a-z-]{0,49}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kind();
}
