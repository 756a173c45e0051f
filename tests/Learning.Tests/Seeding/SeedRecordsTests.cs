using Learning.Materials;
using Learning.Members;
using Learning.Records;
using Learning.Seeding;

namespace Learning.Tests.Seeding;

/// <summary>What the fictional members did.</summary>
public sealed class SeedRecordsTests
{
    private static readonly SeedWorld World = SeedOnPaper.World;
    private static readonly IReadOnlyList<LearningRecord> Records = [.. World.Records];
    private static readonly Dictionary<Guid, SeedLesson> Lessons = SeedOnPaper.Lessons.ToDictionary(lesson => lesson.Id);
    private static readonly Dictionary<string, Guid> ByKey = SeedOnPaper.Lessons.ToDictionary(lesson => lesson.Key, lesson => lesson.Id, StringComparer.Ordinal);
    private static readonly ILookup<Guid, LearningRecord> ByMember = Records.ToLookup(record => record.MemberId);

    [Fact]
    public void There_are_some_80000_records_and_all_are_marked_synthetic()
    {
        Assert.InRange(Records.Count, 70_000, 95_000);
        Assert.All(Records, record => Assert.True(record.Synthetic));
    }

    [Fact]
    public void Every_verb_occurs()
    {
        var counts = Records.CountBy(record => record.Verb).ToDictionary();

        Assert.All(Enum.GetValues<Verb>(), verb => Assert.True(counts.GetValueOrDefault(verb) > 300, verb.ToString()));
        Assert.InRange((double)counts[Verb.Completed] / counts[Verb.Started], 0.7, 0.95);
    }

    [Fact]
    public void Some_members_are_cold_and_a_few_learned_a_great_deal()
    {
        var counts = World.Members.Select(member => ByMember[member.Id].Count()).Order().ToList();

        Assert.InRange(counts.Count(count => count == 0) / 3000.0, 0.06, 0.1);
        Assert.InRange(counts[1500], 10, 30);
        Assert.True(counts[^30] > 120);
    }

    [Fact]
    public void All_of_it_happened_before_the_reference_day_and_the_last_of_it_lately()
    {
        var today = new DateTimeOffset(SeedOnPaper.Today, TimeOnly.MinValue, TimeSpan.FromHours(8));

        Assert.All(Records, record => Assert.True(record.At <= record.StoredAt && record.StoredAt < today));
        Assert.True(Records.Max(record => record.At) > today.AddDays(-2));
        Assert.InRange(Records.Min(record => record.At), today.AddMonths(-18).AddDays(-1), today.AddMonths(-18).AddDays(3));
    }

    [Fact]
    public void Nobody_touches_a_lesson_before_its_prerequisites_are_done() => Assert.All(ByMember, own =>
    {
        var done = DoneAt(own);
        foreach (var record in own)
        {
            foreach (var before in Lessons[record.MaterialId].Prerequisites)
            {
                Assert.True(done.TryGetValue(ByKey[before], out var at) && at < record.At, $"{record.At} {Lessons[record.MaterialId].Key}");
            }
        }
    });

    [Fact]
    public void Only_lessons_on_offer_and_for_the_member_are_touched()
    {
        var codes = World.Members.ToDictionary(member => member.Id, member => member.OccupationCode);
        Assert.All(Records, record =>
        {
            var lesson = Lessons[record.MaterialId];
            var day = SeedDays.DayOf(record.At);
            Assert.True(day >= lesson.From && (lesson.Until is null || day <= lesson.Until.Value.AddDays(6)), lesson.Key);
            Assert.True(lesson.Occupations.Count == 0 || lesson.Occupations.Any(code => Occupation.IsWithin(codes[record.MemberId], code)), lesson.Key);
        });
    }

    [Fact]
    public void Nobody_finishes_a_lesson_twice() => Assert.All(ByMember, own =>
        Assert.Distinct(own.Where(record => record.Verb == Verb.Completed).Select(record => record.MaterialId)));

    [Fact]
    public void Recalls_have_scores_that_pass_from_the_mark_on_and_attendance_counts_when_confirmed()
    {
        Assert.All(Records.Where(record => record.Verb == Verb.Recalled), record => Assert.Equal(record.Score >= RecordIntake.PassMark, record.Success));
        Assert.All(Records.Where(record => record.Verb == Verb.Attended), record =>
        {
            Assert.Equal(Mode.Attend, Lessons[record.MaterialId].Mode);
            Assert.Equal(record.ReportedBy is not null, record.Success);
        });
        Assert.All(Records.Where(record => record.Verb is not (Verb.Recalled or Verb.Attended)), record => Assert.Null(record.Success ?? (object?)record.Score));
    }

    [Fact]
    public void Riders_learn_other_things_than_the_retired()
    {
        var riders = TopicShares("4-10-08-01");
        var retired = TopicShares(Occupation.Retired);

        Assert.True(riders["platform-work"] + riders["traffic-safety"] > 3 * (retired["platform-work"] + retired["traffic-safety"]));
        Assert.True(retired["health"] + retired["fraud-prevention"] > 1.8 * (riders["health"] + riders["fraud-prevention"]));
    }

    [Fact]
    public void The_demo_member_has_a_history_of_25_lessons_below_the_demo_district()
    {
        var demo = SeedOnPaper.Book.Organisation.Demo;
        var member = World.Members.Single(candidate => candidate.Key == demo.Key);
        var done = DoneAt(ByMember[member.Id]);

        Assert.Equal(32, member.AgeIn(SeedOnPaper.Today.Year));
        Assert.Equal(25, done.Count);
        Assert.All(demo.Leaves, key => Assert.DoesNotContain(ByMember[member.Id], record => record.MaterialId == ByKey[key]));
        Assert.All(SeedOnPaper.Book.Organisation.Newcomers, key => Assert.Contains(ByKey[key], done.Keys));
        var station = World.Groups.Single(group => group.Id == Assert.Single(member.Groups).GroupId);
        Assert.Equal("demo-district", World.Groups.Single(group => group.Id == station.ParentId).Key);
    }

    private static Dictionary<Guid, DateTimeOffset> DoneAt(IEnumerable<LearningRecord> own) => own
        .Where(record => record.Verb == Verb.Completed || (record.Verb is Verb.Recalled or Verb.Attended && record.Success == true))
        .GroupBy(record => record.MaterialId).ToDictionary(same => same.Key, same => same.Min(record => record.At));

    private static Dictionary<string, double> TopicShares(string code)
    {
        var topics = World.Members.Where(member => member.OccupationCode == code).SelectMany(member => ByMember[member.Id])
            .Where(record => record.Verb == Verb.Completed).Select(record => Lessons[record.MaterialId].Topics[0]).ToList();
        return topics.CountBy(topic => topic).ToDictionary(pair => pair.Key, pair => (double)pair.Value / topics.Count);
    }
}
