namespace Learning.Candidates.Sources;

/// <summary>What came in lately, so that new materials get a chance; and the rest of the catalogue after it, so that a list is never empty.</summary>
public sealed class NewSource : ICandidateSource
{
    /// <inheritdoc />
    public string Name => "new";

    /// <inheritdoc />
    public IEnumerable<Candidate> Find(CandidateRequest request) => request.Catalogue.Newest
        .Select(material => new Candidate(material.Id, Name, Recency.Of(material.CreatedAt, request.Now)));
}
