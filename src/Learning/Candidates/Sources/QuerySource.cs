namespace Learning.Candidates.Sources;

/// <summary>What answers the words the person asked with.</summary>
public sealed class QuerySource : ICandidateSource
{
    /// <inheritdoc />
    public string Name => "query";

    /// <inheritdoc />
    public IEnumerable<Candidate> Find(CandidateRequest request) => request.Answers
        .OrderByDescending(answer => answer.Value).ThenBy(answer => answer.Key)
        .Select(answer => new Candidate(answer.Key, Name, answer.Value));
}
