using Learning.Materials;
using Learning.Members;

namespace Learning.Candidates.Sources;

/// <summary>What was made for people of this occupation or age. It is what a newcomer gets beside what the cohort does.</summary>
public sealed class AudienceSource : ICandidateSource
{
    /// <inheritdoc />
    public string Name => "made-for";

    /// <inheritdoc />
    public IEnumerable<Candidate> Find(CandidateRequest request) =>
        request.Person is { } person ? Strongest.First(Made(person, request.Catalogue.Newest), request.Catalogue.Newest.Count) : [];

    private IEnumerable<Candidate> Made(Person person, IReadOnlyList<CatalogueEntry> materials)
    {
        for (var place = 0; place < materials.Count; place++)
        {
            var material = materials[place];
            var score = (Occupation.IsWithinAny(person.OccupationCode, material.Occupations) ? 1 : 0)
                + (person.AgeBand is { } band && material.AgeBands.Contains(band) ? 1 : 0);
            if (score > 0)
            {
                yield return new Candidate(material.Id, Name, score);
            }
        }
    }
}
