namespace Learning.Candidates.Sources;

/// <summary>What people finished who also finished what this person did lately (item–item neighbours; Sarwar et al. 2001).</summary>
public sealed class TogetherSource : ICandidateSource
{
    private const int Seeds = 30;

    /// <inheritdoc />
    public string Name => "learned-together";

    /// <inheritdoc />
    public IEnumerable<Candidate> Find(CandidateRequest request) => (request.Person?.LatelyFinished(Seeds) ?? [])
        .SelectMany(request.Statistics.LearnedWith)
        .GroupBy(neighbour => neighbour.Material)
        .Select(neighbours => new Candidate(neighbours.Key, Name, neighbours.Sum(neighbour => neighbour.Similarity)))
        .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Material);
}
