using Learning.Indexing;
using Learning.Materials;
using Learning.Members;
using Learning.Records;

namespace Learning.Candidates;

/// <summary>All that recommending may look at, read before and handed in: the rest is a function of it.</summary>
public sealed record CandidateRequest
{
    private Taste? _taste;

    /// <summary>The materials.</summary>
    public required CatalogueSnapshot Catalogue { get; init; }

    /// <summary>The moment of asking.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Today in the member's zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Whose materials are looked at: key of the organisation.</summary>
    public required string Organisation { get; init; }

    /// <summary>Language in which the answer is read: <c>zh</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The person; null with personalisation off, and then there is nothing of a person in here.</summary>
    public Person? Person { get; init; }

    /// <summary>What must be studied.</summary>
    public IReadOnlyList<Requirement> Required { get; init; } = [];

    /// <summary>What was asked for in words; null when nothing was.</summary>
    public string? Query { get; init; }

    /// <summary>What learners before did.</summary>
    public required LearnerStatistics Statistics { get; init; }

    /// <summary>What the text of a material is about; null where it has no vector.</summary>
    public Func<Guid, MaterialVector?> VectorOf { get; init; } = _ => null;

    /// <summary>How well each material answers the query, 0–1; empty without a query.</summary>
    public IReadOnlyDictionary<Guid, double> Answers { get; init; } = new Dictionary<Guid, double>();

    /// <summary>The directions of what the person finished, worked out once for all who look.</summary>
    public Taste Taste => _taste is { } known && ReferenceEquals(known.Whose, Person) ? known : _taste = Taste.Of(this);

    /// <summary>Whether a material may come although its prerequisites are still to be done, because a plan puts them first.</summary>
    public bool PrerequisitesMayFollow { get; init; }
}

/// <summary>What recommending may know of a person who lets it.</summary>
/// <param name="AgeBand">Id of the age band; null when unknown.</param>
/// <param name="OccupationCode">Occupation code; null when unknown.</param>
/// <param name="Tags">Words the person is described by.</param>
/// <param name="History">What the person did.</param>
public sealed record Person(string? AgeBand, string? OccupationCode, IReadOnlyList<Tag> Tags, History History)
{
    /// <summary>Weekly times that are free for study.</summary>
    public IReadOnlyList<Slot> Slots { get; init; } = [];

    /// <summary>The occupation group cohorts share; null when unknown.</summary>
    public string? OccupationGroup => Occupation.GroupOf(OccupationCode);

    /// <summary>Materials finished, latest first, at most <paramref name="most"/>.</summary>
    public IEnumerable<Guid> LatelyFinished(int most) =>
        History.Done.OrderByDescending(done => done.Value).ThenBy(done => done.Key).Take(most).Select(done => done.Key);
}

/// <summary>A material somebody is asked to study.</summary>
/// <param name="Material">The material.</param>
/// <param name="Due">Last day; null: no date.</param>
/// <param name="By">Who asks: title of the rule pack or name of the group, in both languages.</param>
/// <param name="ByZh">The same in Chinese.</param>
public sealed record Requirement(Guid Material, DateOnly? Due, string By, string ByZh);

/// <summary>A material that a source brings up.</summary>
/// <param name="Material">The material.</param>
/// <param name="Source">Name of the source.</param>
/// <param name="Score">How strongly, on the source's own scale, not negative.</param>
public readonly record struct Candidate(Guid Material, string Source, double Score);

/// <summary>Brings up materials worth ranking. What must not be shown is the funnel's business.</summary>
public interface ICandidateSource
{
    /// <summary>Its name, lower-case words and hyphens.</summary>
    string Name { get; }

    /// <summary>Brings up materials, strongest first; the caller takes as many as it wants.</summary>
    IEnumerable<Candidate> Find(CandidateRequest request);
}
