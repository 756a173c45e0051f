using Learning.Data;
using Learning.Data.Sqlite;
using Learning.Server.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Server.Tests.Starting;

public sealed class TheStore : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("learning-");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_migration_stops_nobody()
    {
        await using var services = Services();
        await PrepareAsync(services);
        await using (var db = await services.GetRequiredService<IDbContextFactory<LearningDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            await db.Database.ExecuteSqlAsync($"CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL)", TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01')", TestContext.Current.CancellationToken);
        }

        await PrepareAsync(services);
    }

    [Fact]
    public async Task Two_that_start_at_once_wait_for_each_other()
    {
        await using var one = Services();
        await using var other = Services();

        await Task.WhenAll(PrepareAsync(one), PrepareAsync(other));
    }

    [Fact]
    public async Task Migrations_are_as_the_model_is()
    {
        await using var services = Services();
        await using var scope = services.CreateAsyncScope();

        Assert.False(scope.ServiceProvider.GetRequiredService<LearningDbContext>().Database.HasPendingModelChanges(), "Add a migration; Learning.Data.Store says how.");
        Assert.False(scope.ServiceProvider.GetRequiredService<SignInDbContext>().Database.HasPendingModelChanges(), "Add a migration; Learning.Data.Store says how.");
    }

    [Fact]
    public void A_data_folder_lies_below_the_repository_unless_told()
    {
        var root = Drivers.Repository.Root;
        Assert.Equal(Path.Combine(root, ".learning"), DataOptions.FindDataFolder(null, Path.Combine(root, "src", "Learning.Server")));
        Assert.Equal(Path.Combine(root, "elsewhere"), DataOptions.FindDataFolder("elsewhere", Path.Combine(root, "src")));
        Assert.Equal(_folder.FullName, DataOptions.FindDataFolder(_folder.FullName, root));
        Assert.Equal(Path.Combine(_folder.FullName, ".learning"), DataOptions.FindDataFolder("", _folder.FullName));
    }

    private static async Task PrepareAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await services.GetRequiredService<Store>().PrepareAsync([scope.ServiceProvider.GetRequiredService<SignInDbContext>()], TestContext.Current.CancellationToken);
    }

    private ServiceProvider Services()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(DataOptions.DataFolderSetting, _folder.FullName)]).Build();
        return new ServiceCollection()
            .AddLearningData(settings, _folder.FullName)
            .AddDbContext<SignInDbContext>((provider, options) => options.UseLearningSqlite(provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<DataOptions>>().Value, SignInDbContext.MigrationsTable))
            .BuildServiceProvider();
    }
}
