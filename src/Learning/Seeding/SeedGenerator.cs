using Learning.Members;
using Learning.Records;

namespace Learning.Seeding;

/// <summary>Makes the fictional organisation's members and what they did. A function of the seed folder, the lessons and the reference day.</summary>
internal static class SeedGenerator
{
    /// <summary>Everything there is on a day.</summary>
    public static SeedWorld Make(SeedBook book, IEnumerable<SeedLesson> lessons, DateOnly today)
    {
        var organisation = book.Organisation;
        var days = new SeedDays(today, organisation.Months);
        var shelf = new SeedShelf(book, lessons);
        var groups = Groups(organisation, shelf, days);
        var people = new SeedPeople(book, days, groups, shelf.Topics).All().ToList();
        var asked = new SeedAsked(organisation, today);
        return new SeedWorld(
            [.. groups.Values],
            [.. people.Select(person => person.Member)],
            people.SelectMany(person => new SeedDiary(person, shelf, days, asked, organisation.Seed).Write()));
    }

    private static Dictionary<string, Group> Groups(SeedOrganisation organisation, SeedShelf shelf, SeedDays days)
    {
        var groups = new Dictionary<string, Group>(StringComparer.Ordinal);
        var founded = SeedDays.At(days.First.AddDays(-500), new TimeOnly(9, 0));
        foreach (var group in organisation.Groups)
        {
            groups[group.Key] = new Group
            {
                Id = SeedIds.At(founded, Chance.Of(organisation.Seed, "group", group.Key)),
                Key = group.Key,
                Organisation = organisation.Key,
                NameZh = group.Name.Zh,
                NameEn = group.Name.En,
                ParentId = group.Parent is null ? null : groups[group.Parent].Id,
                Requirements = [.. group.Requires.SelectMany(required => shelf.PlacesOf([required.Lesson])
                    .Select(place => new GroupRequirement(shelf.Lessons[place].Id, days.Today.AddDays(required.DueInDays))))],
            };
        }

        return groups;
    }
}

/// <summary>What the generator made.</summary>
/// <param name="Groups">Groups, parents before children.</param>
/// <param name="Members">Members with their memberships.</param>
/// <param name="Records">Records, person by person, made while they are read.</param>
internal sealed record SeedWorld(IReadOnlyList<Group> Groups, IReadOnlyList<Member> Members, IEnumerable<LearningRecord> Records);
