namespace Learning.Candidates.Sources;

/// <summary>What people of the same age band and occupation group finish; with personalisation off, what everybody does.</summary>
public sealed class CohortSource : ICandidateSource
{
    /// <inheritdoc />
    public string Name => "cohort";

    /// <inheritdoc />
    public IEnumerable<Candidate> Find(CandidateRequest request)
    {
        var cohort = request.Statistics.CohortOf(request.Person?.AgeBand, request.Person?.OccupationGroup);
        return Strongest.First(request.Statistics.Finished.Select(material => new Candidate(material, Name, cohort.Share(material))), request.Statistics.Finished.Count);
    }
}
