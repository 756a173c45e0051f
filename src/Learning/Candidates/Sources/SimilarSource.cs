namespace Learning.Candidates.Sources;

/// <summary>What reads like what the person finished lately.</summary>
public sealed class SimilarSource : ICandidateSource
{
    /// <inheritdoc />
    public string Name => "similar";

    /// <inheritdoc />
    public IEnumerable<Candidate> Find(CandidateRequest request)
    {
        if (request.Person is null)
        {
            return [];
        }

        var taste = request.Taste;
        return taste.IsEmpty
            ? []
            : request.Catalogue.ById.Values
                .Where(material => !material.IsWithdrawn)
                .Select(material => new Candidate(material.Id, Name, taste.SimilarityTo(material.Id, request)))
                .Where(candidate => candidate.Score > 0)
                .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Material);
    }
}
