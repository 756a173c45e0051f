namespace Learning.Candidates.Sources;

/// <summary>What a rule pack or a group asks for.</summary>
public sealed class RequiredSource : ICandidateSource
{
    /// <inheritdoc />
    public string Name => "required";

    /// <inheritdoc />
    public IEnumerable<Candidate> Find(CandidateRequest request) => request.Required
        .OrderBy(requirement => requirement.Due ?? DateOnly.MaxValue).ThenBy(requirement => requirement.Material)
        .Select(requirement => new Candidate(requirement.Material, Name, 1));
}
