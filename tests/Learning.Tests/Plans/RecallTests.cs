using CsCheck;
using Learning.Data;
using Learning.Materials;
using Learning.Members;
using Learning.Plans;
using Learning.Plans.Checking;
using Learning.Plans.Solving;
using Learning.Records;
using Learning.Reviews;
using Learning.Tests.Drivers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Learning.Tests.Plans;

/// <summary>What was learned comes back in the plan: short, without credit, with its reason; and not where it must not.</summary>
public sealed class RecallTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("learning-recall-");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 2, 1, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_lesson_learned_long_ago_comes_back_as_a_short_item_without_credit()
    {
        var plan = await PlanAsync(personalised: true);

        var recall = Assert.Single(plan.Items, item => item.Recall);
        Assert.Equal((Books.Material(0), 5, Mode.Practise, 0m), (recall.Material, recall.Minutes, recall.Mode, recall.Hours));
        Assert.Equal("recall", recall.Reasons.Single().Kind);
        Assert.Contains("2026年10月21日", Texts.Of("reason-recall", "zh", recall.Reasons[0].Values), StringComparison.Ordinal);
        Assert.All(plan.Items.Where(item => !item.Recall), item => Assert.NotEqual(Books.Material(0), item.Material));
    }

    [Theory]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    public async Task Not_where_personalisation_or_recalls_are_off_or_the_lesson_was_withdrawn(bool personalised, bool on, bool withdrawn) =>
        Assert.DoesNotContain((await PlanAsync(personalised, on, withdrawn)).Items, item => item.Recall);

    [Fact]
    public void Plans_with_recalls_pass_the_checker() => PlanGen.Problem.Sample(
        problem =>
        {
            var recalls = Enumerable.Range(0, 3).Select(number => new PlanCandidate
            {
                Material = PlanGen.Id(3000 + number), Lesson = PlanGen.Id(4000 + number), Recall = true, Utility = 0.5, Minutes = 5, Mode = Mode.Practise, ValidFrom = problem.From.AddDays(number),
            }).ToList();
            problem = problem with { Candidates = [.. problem.Candidates, .. recalls], Done = new HashSet<Guid>(problem.Done.Concat(recalls.Select(recall => recall.Material))) };

            var draft = PlanSolver.Solve(problem, SolverEffort.Brisk).Draft;

            var proof = PlanChecker.Check(problem, draft);
            Assert.True(proof.Status == PlanProofStatus.Proved, string.Join('\n', proof.Checks.Where(check => !check.Passed)));
            Assert.All(draft.Items, item => Assert.Equal(recalls.Exists(recall => recall.Material == item.Material), item.Recall));
        },
        iter: 40, threads: 1);

    private async Task<StoredPlan> PlanAsync(bool personalised, bool on = true, bool withdrawn = false)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Learning:DataFolder", _data.FullName), new("Learning:Recalls:On", on ? "true" : "false")]).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_clock).AddLearning(configuration).AddLearningData(configuration, _data.FullName).BuildServiceProvider();
        await services.GetRequiredService<Store>().PrepareAsync([], Cancel);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LearningDbContext>();
        db.Members.Add(new Member
        {
            Id = Books.Member(1), Organisation = "here", Name = "某人", JoinedAt = DateTimeOffset.UnixEpoch, Personalised = personalised,
            Slots = [.. Enum.GetValues<DayOfWeek>().Select(day => new Slot(day, new TimeOnly(20, 0), 60, []))],
        });
        db.Materials.AddRange(Enumerable.Range(0, 6).Select(number => new Material
        {
            Id = Books.Material(number), Key = $"m{number}", Organisation = "here", Title = $"第 {number} 课", Language = "zh", Text = "文", Minutes = 25, CreditHours = 0.5m, Topics = ["health"],
            Hash = new string('0', 64), Lesson = Books.Material(number), CreatedAt = DateTimeOffset.UnixEpoch.AddYears(56), WithdrawnAt = withdrawn && number == 0 ? _clock.GetUtcNow() : null,
        }));
        db.Records.Add(new LearningRecord { Id = Books.Member(77), MemberId = Books.Member(1), MaterialId = Books.Material(0), Verb = Verb.Completed, At = _clock.GetUtcNow().AddDays(-12), StoredAt = _clock.GetUtcNow() });
        await db.SaveChangesAsync(Cancel);
        return await scope.ServiceProvider.GetRequiredService<PlanReview>().DraftAsync(new Actor(Books.Member(900), "somebody"), Books.Member(1), null, 1, Cancel);
    }
}
