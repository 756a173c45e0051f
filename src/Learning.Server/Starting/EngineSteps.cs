using Learning.Candidates;
using Learning.Data;
using Learning.Indexing;
using Learning.Members;
using Learning.Records.Ledger;
using Learning.Reviews;
using Learning.Seeding;
using Learning.Server.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Starting;

/// <summary>What the engine needs before it can answer: the demo's seed, the index, the vectors, the statistics, and for the demo some plans to look at.</summary>
internal static class EngineSteps
{
    /// <summary>So many members of the demo district have a plan that waits for the demo coordinator.</summary>
    private const int WaitingPlans = 12;

    private const int WeeksPlanned = 6;

    public static IServiceCollection AddEngineSteps(this IServiceCollection services) => services
        .AddStartStep("seed", SeedAsync)
        .AddStartStep("hours", (scope, cancellationToken) => SameLessonOnce.RunAsync(scope.GetRequiredService<LearningDbContext>(), scope.GetRequiredService<TimeProvider>(), cancellationToken))
        .AddStartStep("index", (scope, cancellationToken) => scope.GetRequiredService<MaterialSearch>().CatchUpAsync(scope.GetRequiredService<LearningDbContext>(), cancellationToken))
        .AddStartStep("vectors", (scope, cancellationToken) => scope.GetRequiredService<VectorKeeper>().EmbedMissingAsync(scope.GetRequiredService<LearningDbContext>(), null, cancellationToken))
        .AddStartStep("statistics", (scope, cancellationToken) => scope.GetRequiredService<StatisticsKeeper>().CurrentAsync(scope.GetRequiredService<LearningDbContext>(), cancellationToken))
        .AddStartStep("demo-plans", PlanAsync);

    private static async Task SeedAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        if (scope.GetRequiredService<DemoRule>().IsDemo)
        {
            var today = LocalDay.Of(scope.GetRequiredService<TimeProvider>().GetUtcNow(), LocalDay.Usual);
            await SeedStore.SeedAsync(scope.GetRequiredService<LearningDbContext>(), DataFolder.Find("data/seed"), today, null, cancellationToken);
        }
    }

    private static async Task PlanAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var db = scope.GetRequiredService<LearningDbContext>();
        if (!scope.GetRequiredService<DemoRule>().IsDemo || await db.Plans.AnyAsync(cancellationToken))
        {
            return;
        }

        var review = scope.GetRequiredService<PlanReview>();
        var district = await db.Groups.Where(group => group.Organisation == DemoAccounts.Organisation && group.Key == DemoAccounts.GroupKey).Select(group => group.Id).FirstOrDefaultAsync(cancellationToken);
        var groups = db.Groups.Where(group => group.Id == district || group.ParentId == district).Select(group => group.Id);
        var members = await db.Members
            .Where(member => member.Organisation == DemoAccounts.Organisation && member.Groups.Any(membership => groups.Contains(membership.GroupId) && membership.Until == null))
            .OrderBy(member => member.Key == DemoAccounts.MemberKey ? 0 : 1).ThenBy(member => member.Id)
            .Take(WaitingPlans + 1).Select(member => member.Id).ToListAsync(cancellationToken);
        foreach (var member in members)
        {
            await review.DraftAsync(new Actor(Guid.Empty, "demo"), member, null, WeeksPlanned, cancellationToken);
            db.ChangeTracker.Clear();
        }
    }
}
