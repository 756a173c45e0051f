using System.Collections.Immutable;
using Learning.Materials;
using Learning.Ranking;
using Learning.Ranking.Models;
using Learning.Records;
using Learning.Retraining;
using Learning.Tests.Seeding;

namespace Learning.Tests.Retraining;

/// <summary>The seed as a training reads it, without a database and without vectors.</summary>
internal static class SeedLessonsLearned
{
    /// <summary>Smaller than the server's, so that a test is quick.</summary>
    public static RetrainingOptions Options { get; } = new() { Horizons = 3, OthersPerList = 20, FewestPeople = 100 };

    public static TrainingData Data { get; } = DataOf(extra: []);

    public static DateTimeOffset Until { get; } = Data.Until!.Value;

    /// <summary>A blend and trees learned from it, each once.</summary>
    public static TrainedModel Model => Made.Value;

    private static Lazy<TrainedModel> Made { get; } = new(() => Train(Data)!);

    public static TrainedModel? Train(TrainingData data) => new TrainingRound(data, _ => null, Options)
    {
        Id = "20261120-seedseed",
        Hash = data.Hash(Until),
        Serving = WeightedRanker.Name,
        ServingScorer = WeightedRanker.Scorer,
        Now = Until,
    }.Make(Until, null, CancellationToken.None);

    /// <summary>The seed, and more records.</summary>
    public static TrainingData DataOf(IReadOnlyList<LearningRecord> extra)
    {
        var records = SeedOnPaper.World.Records.Concat(extra).ToLookup(record => record.MemberId);
        return new TrainingData(CatalogueOf(), [.. SeedOnPaper.World.Members.Where(member => member.Personalised).OrderBy(member => member.Id)
            .Select(member => new TrainingPerson(member, [.. records[member.Id].OrderBy(record => record.At).ThenBy(record => record.Id)], []))]);
    }

    private static CatalogueSnapshot CatalogueOf()
    {
        var entries = SeedOnPaper.Lessons.Select(lesson => new CatalogueEntry
        {
            Id = lesson.Id,
            Key = lesson.Key,
            Organisation = SeedOnPaper.World.Members[0].Organisation,
            Title = lesson.Key,
            Summary = "",
            Language = lesson.Language,
            Topics = lesson.Topics,
            Occupations = lesson.Occupations,
            AgeBands = lesson.AgeBands,
            Level = lesson.Level,
            PrerequisiteKeys = lesson.Prerequisites,
            CreditHours = 0.5m,
            Minutes = lesson.Minutes,
            Mode = lesson.Mode,
            ValidFrom = lesson.From,
            ValidUntil = lesson.Until,
            Lesson = lesson.Id,
            CreatedAt = new DateTimeOffset(lesson.From, TimeOnly.MinValue, TimeSpan.Zero),
            IsWithdrawn = false,
            Version = 1,
        }).ToList();
        return new CatalogueSnapshot(1, entries.ToImmutableDictionary(entry => entry.Id), entries.ToImmutableDictionary(entry => (entry.Organisation, entry.Key), entry => entry.Id));
    }
}
