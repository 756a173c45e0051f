namespace Learning.Candidates.Sources;

/// <summary>What people of the same age band and occupation group finish; with personalisation off, what everybody does.</summary>
public sealed class CohortSource : ICandidateSource
{
    /// <inheritdoc />
    public string Name => "cohort";

    /// <inheritdoc />
    public IEnumerable<Candidate> Find(CandidateRequest request) => request.Statistics.Finished
        .Select(material => new Candidate(
            material, Name, request.Statistics.CohortPopularity(request.Person?.AgeBand, request.Person?.OccupationGroup, material)))
        .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Material);
}
