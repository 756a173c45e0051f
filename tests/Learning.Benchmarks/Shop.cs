using System.Collections.Immutable;
using System.Numerics.Tensors;
using Learning.Candidates;
using Learning.Indexing;
using Learning.Materials;
using Learning.Members;
using Learning.Ranking;
using Learning.Ranking.Scoring;
using Learning.Records;

namespace Learning.Benchmarks;

/// <summary>A shelf of 5,080 materials with directions of 512 numbers, 3,000 people who finished thirty each, and one who asks. Made by chance from a seed.</summary>
internal sealed class Shop
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 4, 0, 0, TimeSpan.Zero);

    private const int Copies = 20;
    private const int Dimension = 512;
    private const int Trees80 = 80;
    private const int Leaves = 12;

    private readonly CatalogueSnapshot _catalogue;
    private readonly LearnerStatistics _statistics;
    private readonly Dictionary<Guid, MaterialVector> _vectors;
    private readonly Person _person;

    private Shop(CatalogueSnapshot catalogue, LearnerStatistics statistics, Dictionary<Guid, MaterialVector> vectors, Person person) =>
        (_catalogue, _statistics, _vectors, _person) = (catalogue, statistics, vectors, person);

    public TreeScorer Trees { get; } = Grown(new Random(3));

    public static Shop Open()
    {
        var chance = new Random(1);
        var lessons = MaterialFolder.Walk(DataFolder.Find("data/seed/materials")).SelectMany(item => item.Results).Select(result => result.Material).OfType<ReadMaterial>().ToList();
        var entries = Enumerable.Range(0, Copies).SelectMany(copy => lessons.Select(lesson => Entry(lesson, copy, chance))).ToList();
        var catalogue = new CatalogueSnapshot(1, entries.ToImmutableDictionary(entry => entry.Id), entries.ToImmutableDictionary(entry => (entry.Organisation, entry.Key), entry => entry.Id));
        var ids = entries.ConvertAll(entry => entry.Id).ToArray();
        string[] bands = [.. AgeBand.All.Select(band => band.Id)];
        var learners = Enumerable.Range(0, 3000).Select(_ => new Learner(bands[chance.Next(bands.Length)], chance.Next(2) == 0 ? "4-10" : "4-02", [.. chance.GetItems(ids, 30).Distinct()])).ToList();
        var person = new Person("25-34", "4-10-08-01", [new Tag("first-aid", "member")], HistoryOf(chance.GetItems(ids, 40), catalogue)) { Slots = [new Slot(DayOfWeek.Monday, new TimeOnly(10, 0), 30, [])] };
        return new Shop(catalogue, LearnerStatistics.Of(learners), ids.ToDictionary(id => id, _ => new MaterialVector("model", Direction(chance))), person);
    }

    /// <summary>A question of which nothing is worked out yet.</summary>
    public CandidateRequest Ask() => new()
    {
        Catalogue = _catalogue,
        Now = Now,
        Today = new DateOnly(2026, 11, 20),
        Organisation = "here",
        Language = "zh",
        Person = _person,
        Statistics = _statistics,
        VectorOf = id => _vectors.GetValueOrDefault(id),
    };

    private static CatalogueEntry Entry(ReadMaterial lesson, int copy, Random chance)
    {
        var id = Guid.CreateVersion7(Now.AddSeconds(chance.Next()));
        return new CatalogueEntry
        {
            Id = id, Key = $"{lesson.Key}-{copy}", Organisation = "here", Title = lesson.Title, Summary = "", Language = lesson.Language, Topics = lesson.Topics,
            Occupations = lesson.Occupations, AgeBands = lesson.AgeBands, Level = lesson.Level, PrerequisiteKeys = [], CreditHours = lesson.CreditHours, Minutes = lesson.Minutes,
            Mode = lesson.Mode, ValidFrom = null, ValidUntil = null, Lesson = id, CreatedAt = Now.AddDays(-chance.Next(500)), IsWithdrawn = false, Version = 1,
        };
    }

    private static History HistoryOf(Guid[] finished, CatalogueSnapshot catalogue) => History.Of(
        finished.Distinct().Select((id, place) => new LearningRecord { Id = id, MemberId = Guid.Empty, Verb = Verb.Completed, MaterialId = id, At = Now.AddDays(-place - 1), StoredAt = Now }), catalogue);

    private static float[] Direction(Random chance)
    {
        var numbers = new float[Dimension];
        for (var place = 0; place < Dimension; place++)
        {
            numbers[place] = (float)(chance.NextDouble() - 0.4);
        }

        TensorPrimitives.Divide(numbers, TensorPrimitives.Norm<float>(numbers), numbers);
        return numbers;
    }

    private static TreeScorer Grown(Random chance) => new([.. Enumerable.Range(0, Trees80).Select(_ => OneTree(chance))], FeatureSet.All.Count);

    private static Tree OneTree(Random chance)
    {
        var (feature, threshold, left, right) = (new int[Leaves - 1], new float[Leaves - 1], new int[Leaves - 1], new int[Leaves - 1]);
        var open = new List<(int Node, bool Left)>();
        for (var node = 0; node < Leaves - 1; node++)
        {
            if (node > 0)
            {
                var at = chance.Next(open.Count);
                var (above, isLeft) = open[at];
                open.RemoveAt(at);
                (isLeft ? left : right)[above] = node;
            }

            (feature[node], threshold[node]) = (chance.Next(FeatureSet.All.Count), chance.NextSingle() / 2);
            open.AddRange([(node, true), (node, false)]);
        }

        for (var leaf = 0; leaf < open.Count; leaf++)
        {
            (open[leaf].Left ? left : right)[open[leaf].Node] = ~leaf;
        }

        var tree = new Tree(feature, threshold, left, right, [.. Enumerable.Range(0, Leaves).Select(_ => chance.NextDouble() - 0.5)], new double[Leaves - 1], new double[Leaves]);
        return tree.Covering([.. Enumerable.Range(0, 500 * FeatureSet.All.Count).Select(_ => chance.NextSingle())], FeatureSet.All.Count);
    }
}
