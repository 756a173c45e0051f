namespace Learning.Candidates.Sources;

/// <summary>What reads like what the person finished lately.</summary>
public sealed class SimilarSource : ICandidateSource
{
    /// <inheritdoc />
    public string Name => "similar";

    /// <inheritdoc />
    public IEnumerable<Candidate> Find(CandidateRequest request) =>
        request.Person is null || request.Taste.IsEmpty ? [] : Strongest.First(Alike(request), request.Catalogue.Newest.Count);

    private IEnumerable<Candidate> Alike(CandidateRequest request)
    {
        var (taste, materials) = (request.Taste, request.Catalogue.Newest);
        for (var place = 0; place < materials.Count; place++)
        {
            if (!materials[place].IsWithdrawn && taste.SimilarityTo(materials[place].Id, request) is var likeness and > 0)
            {
                yield return new Candidate(materials[place].Id, Name, likeness);
            }
        }
    }
}
