using Learning.Materials;

namespace Learning.Seeding;

/// <summary>When each lesson came out: most, and all that somebody asks for, were there from the start; the others came on the first of a month, never before what they presume.</summary>
internal static class SeedSchedule
{
    private const double ThereFromTheStart = 0.6;

    /// <summary>First days on offer, by key.</summary>
    public static Dictionary<string, DateOnly> Of(SeedOrganisation organisation, SeedDays days, IReadOnlyCollection<ReadMaterial> lessons)
    {
        var asked = organisation.Groups.SelectMany(group => group.Requires).Select(required => required.Lesson).Concat(organisation.Newcomers).ToHashSet(StringComparer.Ordinal);
        var dates = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        var byKey = lessons.ToDictionary(lesson => lesson.Key, StringComparer.Ordinal);
        foreach (var lesson in lessons)
        {
            DateOf(lesson);
        }

        return dates;

        DateOnly DateOf(ReadMaterial lesson)
        {
            if (dates.TryGetValue(lesson.Key, out var known))
            {
                return known;
            }

            // Stands while its prerequisites are asked, so that a circle ends.
            dates[lesson.Key] = days.First;
            var own = OwnDate(lesson, Chance.Of(organisation.Seed, "published", lesson.Key), days, asked.Contains(lesson.Key));
            var before = lesson.Prerequisites.Where(byKey.ContainsKey).Select(key => DateOf(byKey[key])).DefaultIfEmpty(days.First).Max();
            return dates[lesson.Key] = own > before ? own : before;
        }
    }

    private static DateOnly OwnDate(ReadMaterial lesson, Chance chance, SeedDays days, bool isAsked)
    {
        var monthLater = isAsked || chance.Happens(ThereFromTheStart) ? 0 : chance.Between(1, days.Months);
        var first = days.First.AddMonths(monthLater);
        var date = monthLater == 0 ? first : new DateOnly(first.Year, first.Month, 1);

        // What is for a season came out in time for it, and nothing came out after it had ended or after today.
        var latest = lesson.ValidUntil is { } until && until.AddDays(-90) < days.Last ? until.AddDays(-90) : days.Last;
        date = date > latest ? latest : date;
        date = date < lesson.ValidFrom && lesson.ValidFrom <= days.Last ? lesson.ValidFrom.Value : date;
        return date < days.First ? days.First : date;
    }
}
