using Learning.Members;

namespace Learning.Candidates.Sources;

/// <summary>What was made for people of this occupation or age. It is what a newcomer gets beside what the cohort does.</summary>
public sealed class AudienceSource : ICandidateSource
{
    /// <inheritdoc />
    public string Name => "made-for";

    /// <inheritdoc />
    public IEnumerable<Candidate> Find(CandidateRequest request) => request.Person is not { } person
        ? []
        : request.Catalogue.ById.Values
            .Select(material => new Candidate(
                material.Id,
                Name,
                (material.Occupations.Any(group => Occupation.IsWithin(person.OccupationCode, group)) ? 1 : 0)
                + (person.AgeBand is { } band && material.AgeBands.Contains(band) ? 1 : 0)))
            .Where(candidate => candidate.Score > 0)
            .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Material);
}
