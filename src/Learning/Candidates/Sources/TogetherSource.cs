namespace Learning.Candidates.Sources;

/// <summary>What people finished who also finished what this person did lately (item–item neighbours; Sarwar et al. 2001).</summary>
public sealed class TogetherSource : ICandidateSource
{
    private const int Seeds = 30;

    /// <inheritdoc />
    public string Name => "learned-together";

    /// <inheritdoc />
    public IEnumerable<Candidate> Find(CandidateRequest request)
    {
        var together = new Dictionary<Guid, double>();
        foreach (var finished in request.Person?.LatelyFinished(Seeds) ?? [])
        {
            foreach (var (material, similarity) in request.Statistics.LearnedWith(finished))
            {
                together[material] = together.GetValueOrDefault(material) + similarity;
            }
        }

        return Strongest.First(together.Select(neighbour => new Candidate(neighbour.Key, Name, neighbour.Value)), together.Count);
    }
}
