using System.Collections.Immutable;
using Learning.Candidates;
using Learning.Indexing;
using Learning.Materials;
using Learning.Members;
using Learning.Records;

namespace Learning.Tests.Drivers;

/// <summary>A small catalogue and the people in front of it, for tests that read like sentences.</summary>
internal sealed class Shelf
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 4, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 6, 1);

    private readonly List<CatalogueEntry> _entries = [];
    private readonly List<Learner> _learners = [];
    private readonly Dictionary<Guid, MaterialVector> _vectors = [];

    public static Guid Id(string name) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    public Shelf Holds(
        string title, string topic = "health", string? occupation = null, string? age = null, string language = "zh", string? after = null, string? twinOf = null,
        bool withdrawn = false, DateOnly? until = null, DateOnly? from = null, string organisation = "here", Level level = Level.Introductory, int daysOld = 400, float[]? about = null)
    {
        _entries.Add(new CatalogueEntry
        {
            Id = Id(title), Key = title, Organisation = organisation, Title = title, Summary = "", Language = language, Topics = [topic],
            Occupations = occupation is null ? [] : [occupation], AgeBands = age is null ? [] : [age], Level = level,
            PrerequisiteKeys = after is null ? [] : [after], CreditHours = 0.5m, Minutes = 20, Mode = Mode.Read, ValidFrom = from, ValidUntil = until,
            Lesson = Id(twinOf ?? title), CreatedAt = Now.AddDays(-daysOld), IsWithdrawn = withdrawn, Version = 1,
        });
        if (about is not null)
        {
            _vectors[Id(title)] = new MaterialVector("model-" + language, about);
        }

        return this;
    }

    /// <summary>So many people of a kind finished these.</summary>
    public Shelf Finished(int people, string? age, string? occupation, params string[] titles)
    {
        _learners.AddRange(Enumerable.Repeat(new Learner(age, Occupation.GroupOf(occupation), [.. titles.Select(Id)]), people));
        return this;
    }

    public CatalogueSnapshot Catalogue => CatalogueSnapshot.Empty with
    {
        Revision = 1,
        ById = _entries.ToImmutableDictionary(entry => entry.Id),
        ByKey = _entries.ToImmutableDictionary(entry => (entry.Organisation, entry.Key), entry => entry.Id),
    };

    public CatalogueEntry this[string title] => Catalogue.ById[Id(title)];

    public Person Somebody(string? age = "25-34", string? occupation = "4-10-08-01", string[]? did = null, string[]? dismissed = null, string[]? tags = null) => new(
        age, occupation, [.. (tags ?? []).Select(tag => new Tag(tag, "member"))],
        History.Of(
            [
                .. (did ?? []).Select((title, place) => Record(Verb.Completed, title, Now.AddDays(-10 + place))),
                .. (dismissed ?? []).Select(title => Record(Verb.Dismissed, title, Now.AddDays(-1))),
            ],
            Catalogue));

    public CandidateRequest Asks(Person? person, IReadOnlyList<Requirement>? required = null, string language = "zh") => new()
    {
        Catalogue = Catalogue,
        Now = Now,
        Today = Today,
        Organisation = "here",
        Language = language,
        Person = person,
        Required = required ?? [],
        Statistics = LearnerStatistics.Of(_learners),
        VectorOf = id => _vectors.GetValueOrDefault(id),
    };

    public static LearningRecord Record(Verb verb, string title, DateTimeOffset at, bool? success = null, string? id = null) => new()
    {
        Id = Id(id ?? $"{verb} {title} {at:O}"),
        MemberId = Id("member"),
        Verb = verb,
        MaterialId = Id(title),
        At = at,
        StoredAt = at,
        Success = success,
    };
}
