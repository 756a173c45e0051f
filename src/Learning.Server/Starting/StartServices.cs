using Learning.Server.SignIn;

namespace Learning.Server.Starting;

/// <summary>The way from a command to a server that answers.</summary>
internal static class StartServices
{
    public static IServiceCollection AddStarting(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Readiness>();
        services.AddSingleton<StartFailure>();
        services.AddHostedService<StartChecks>();
        services.AddHostedService<StartWork>();
        services.AddHostedService<Housekeeping>();
        return services;
    }

    /// <summary>Adds a step; see <see cref="StartStep"/>.</summary>
    public static IServiceCollection AddStartStep(this IServiceCollection services, string name, Func<IServiceProvider, CancellationToken, Task> run) =>
        services.AddSingleton(new StartStep(name, run));

    /// <summary>The last step: accounts, linked to what the steps before brought in.</summary>
    public static IServiceCollection AddAccountsStep(this IServiceCollection services) => services.AddStartStep("accounts", async (scope, cancellationToken) =>
    {
        if (scope.GetRequiredService<DemoRule>().IsDemo)
        {
            await scope.GetRequiredService<DemoAccounts>().EnsureAsync(cancellationToken);
        }

        await scope.GetRequiredService<FirstAdministrator>().EnsureAsync(cancellationToken);
    });
}
