using Learning.Data;
using Learning.Rules;
using Learning.Server.SignIn;

namespace Learning.Server.Starting;

/// <summary>What must hold before anybody is listened to: settings that go together, a database that is up to date, no demo accounts in the open.</summary>
internal sealed class StartChecks(DemoRule demo, Store store, IServiceScopeFactory scopes) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        demo.CheckSettings();
        await using var scope = scopes.CreateAsyncScope();

        // A rule pack that cannot be read is a reason not to start: plans made without it would ask too little of people.
        scope.ServiceProvider.GetRequiredService<RulePacks>();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInDbContext>();
        await store.PrepareAsync([signIn], cancellationToken);
        await demo.CheckStoreAsync(signIn, cancellationToken);
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        demo.CheckListening();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
