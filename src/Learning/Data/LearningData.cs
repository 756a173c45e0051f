using Learning.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Learning.Data;

/// <summary>Puts the storage into a host.</summary>
public static class LearningData
{
    /// <summary>
    /// Adds <see cref="DataOptions"/>, a scoped <see cref="LearningDbContext"/>, an <see cref="IDbContextFactory{TContext}"/> of it
    /// for work outside a scope, and <see cref="Store"/>.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">Its settings.</param>
    /// <param name="root">Where the search for the repository starts: the content root of a server, the current folder of a command.</param>
    public static IServiceCollection AddLearningData(this IServiceCollection services, IConfiguration configuration, string root)
    {
        services.AddOptions<DataOptions>()
            .Configure(options => options.DataFolder = DataOptions.FindDataFolder(configuration[DataOptions.DataFolderSetting], root));
        services.AddPooledDbContextFactory<SqliteLearningDbContext>((provider, options) =>
            options.UseLearningSqlite(provider.GetRequiredService<IOptions<DataOptions>>().Value));
        services.AddSingleton<IDbContextFactory<LearningDbContext>, OfThisDatabase>();
        services.AddScoped<LearningDbContext>(provider => provider.GetRequiredService<IDbContextFactory<SqliteLearningDbContext>>().CreateDbContext());
        services.AddSingleton<Store>();
        return services;
    }

    private sealed class OfThisDatabase(IDbContextFactory<SqliteLearningDbContext> contexts) : IDbContextFactory<LearningDbContext>
    {
        public LearningDbContext CreateDbContext() => contexts.CreateDbContext();
    }
}
