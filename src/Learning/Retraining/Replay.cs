using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Learning.Candidates;
using Learning.Indexing;
using Learning.Materials;
using Learning.Members;
using Learning.Ranking;
using Learning.Records;

namespace Learning.Retraining;

/// <summary>
/// Makes the lists that would have been ranked at a moment of the past, from what was known then and nothing later: the materials
/// that had come in, what each person had done, the statistics as they stood. What a person finished within the horizon after it is
/// the outcome. It is no log: nobody knows what was really offered, so lists that were logged replace these as soon as there are
/// enough. Duties are left out: they stand above what is learned.
/// </summary>
/// <param name="data">The data.</param>
/// <param name="vectorOf">What the text of a material is about.</param>
/// <param name="options">How many of what.</param>
public sealed class Replay(TrainingData data, Func<Guid, MaterialVector?> vectorOf, RetrainingOptions options)
{
    private const int AtLeast = 10;

    /// <summary>The lists of everybody at a moment who finished something within the horizon.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="whole">All lines, to judge with; else as many without an outcome as the options say.</param>
    public IReadOnlyList<TrainingList> At(DateTimeOffset at, bool whole)
    {
        var statistics = LearnerStatistics.Of([.. data.People.Select(person => person.LearnerAt(at)).Where(learner => learner.Finished.Count > 0)]);
        var catalogue = Then(at);
        var until = at.AddDays(options.HorizonDays);
        var people = data.People.Where(person => person.FinishedBetween(at, until).Any()).ToList();
        var looked = whole && people.Count > options.MostJudged ? people.OrderBy(person => Chance(person.Member.Id, at)).Take(options.MostJudged) : people;
        return [.. looked.AsParallel().AsOrdered().Select(person => ListOf(person, at, catalogue, statistics, whole))];
    }

    private TrainingList ListOf(TrainingPerson person, DateTimeOffset at, CatalogueSnapshot catalogue, LearnerStatistics statistics, bool whole)
    {
        var finished = person.FinishedBetween(at, at.AddDays(options.HorizonDays)).Take(options.OutcomesPerList).ToHashSet();
        var request = Request(person, at, catalogue, statistics);
        var candidates = Recall.Candidates(request, AtLeast);
        var lines = whole ? candidates : Sampled(candidates, finished, person.Member.Id, at);
        return new TrainingList
        {
            Member = person.Member.Id,
            AgeBand = request.Person!.AgeBand,
            Occupation = request.Person.OccupationGroup,
            At = at,
            Materials = [.. lines.Select(line => line.Id)],
            Rows = FeatureSet.Rows(lines, request),
            Finished = [.. lines.Select(line => finished.Contains(line.Id))],
            FinishedElsewhere = finished.Count - lines.Count(line => finished.Contains(line.Id)),
            IsReplayed = true,
        };
    }

    private CandidateRequest Request(TrainingPerson person, DateTimeOffset at, CatalogueSnapshot catalogue, LearnerStatistics statistics)
    {
        var today = LocalDay.Of(at, person.Member.TimeZone);
        return new CandidateRequest
        {
            Catalogue = catalogue,
            Now = at,
            Today = today,
            Organisation = person.Member.Organisation,
            Language = person.Member.Language,
            Person = new Person(person.AgeBandIn(today.Year), person.Member.OccupationCode, person.Member.Tags, History.Of(person.Records.TakeWhile(record => record.At < at), catalogue)) { Slots = person.Member.Slots },
            Statistics = statistics,
            VectorOf = vectorOf,
        };
    }

    private CatalogueSnapshot Then(DateTimeOffset at)
    {
        var known = data.Catalogue.ById.Values.Where(material => material.CreatedAt <= at).ToList();
        return new CatalogueSnapshot(
            data.Catalogue.Revision,
            known.ToImmutableDictionary(material => material.Id),
            known.ToImmutableDictionary(material => (material.Organisation, material.Key), material => material.Id));
    }

    private List<CatalogueEntry> Sampled(IReadOnlyList<CatalogueEntry> candidates, HashSet<Guid> finished, Guid member, DateTimeOffset at)
    {
        var others = candidates.Where(candidate => !finished.Contains(candidate.Id)).ToArray();
        new Random(Chance(member, at)).Shuffle(others);
        return [.. candidates.Where(candidate => finished.Contains(candidate.Id)), .. others.Take(options.OthersPerList)];
    }

    private static int Chance(Guid member, DateTimeOffset at) =>
        BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData([.. member.ToByteArray(), .. BitConverter.GetBytes(at.UtcTicks)]));
}
