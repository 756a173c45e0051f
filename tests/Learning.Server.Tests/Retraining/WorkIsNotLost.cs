using Learning.Data;
using Learning.Retraining;
using Learning.Server.SignIn;
using Learning.Server.Starting;
using Learning.Server.Tests.Drivers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Server.Tests.Retraining;

public sealed class WorkIsNotLost
{
    [Fact]
    public async Task A_training_that_a_killed_server_left_half_done_is_done_after_the_next_start()
    {
        await using var app = new ServerThatWasKilled();
        await app.InitializeAsync();
        using var administrator = await app.SignedInAsync(Roles.Administrator);

        var ended = await ModelsAreForAdministrators.EndedAsync(administrator, TestWorld.Id(71).ToString());

        Assert.Equal("too-little", (string?)ended["status"]);
        Assert.Equal(2, await app.WithAsync<LearningDbContext, int>(async db => (await db.TrainingRuns.FindAsync([TestWorld.Id(71)], TestContext.Current.CancellationToken))!.Attempts));
    }

    /// <summary>The list of trainings says that one was begun and never ended.</summary>
    private sealed class ServerThatWasKilled : LearningApplication
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton(new StartStep("killed", async (scope, cancellationToken) =>
            {
                var db = scope.GetRequiredService<LearningDbContext>();
                var then = new DateTimeOffset(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);
                db.TrainingRuns.Add(new TrainingRun { Id = TestWorld.Id(71), Key = "schedule 2026-01-05", AskedAt = then, StartedAt = then, Attempts = 1 });
                await db.SaveChangesAsync(cancellationToken);
            })));
        }
    }
}
