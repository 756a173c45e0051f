using Learning.Server.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Learning.Server.SignIn;

/// <summary>Where demo accounts may exist: in Development, when every address is loopback, unless the setting says no. The server does not start with them anywhere else.</summary>
internal sealed class DemoRule(IOptions<LearningSettings> settings, IHostEnvironment environment, IConfiguration configuration, IServer server)
{
    private const string Rule = "demo-not-here";

    /// <summary>Whether the demo accounts are to exist.</summary>
    public bool IsDemo => environment.IsDevelopment() && settings.Value.Demo is not false;

    /// <summary>Refuses settings that would put the demo accounts where others reach them.</summary>
    public void CheckSettings()
    {
        if (settings.Value.Demo is true && !environment.IsDevelopment())
        {
            throw new BrokenRule(
                Rule, $"Learning:Demo is true, and the environment is {environment.EnvironmentName}: demo accounts exist in Development only.",
                "Leave Learning:Demo out, or run in Development.");
        }

        CheckAddresses(Addresses.From(configuration));
    }

    /// <summary>Refuses addresses that others reach, once the server knows where it listens.</summary>
    public void CheckListening() => CheckAddresses([.. server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []]);

    /// <summary>Refuses a database that holds demo accounts where they must not be.</summary>
    public async Task CheckStoreAsync(SignInDbContext db, CancellationToken cancellationToken)
    {
        if (!IsDemo && await db.Users.AnyAsync(account => account.IsDemo, cancellationToken))
        {
            throw new BrokenRule(
                Rule, "The database holds demo accounts, whose password everybody knows, and this is no demo.",
                "Let Learning:DataFolder name another folder, or start in Development on a loopback address without Learning:Demo=false.");
        }
    }

    private void CheckAddresses(IReadOnlyList<string> addresses)
    {
        if (IsDemo && addresses.FirstOrDefault(address => !Addresses.IsLoopback(address)) is { } open)
        {
            throw new BrokenRule(
                Rule, $"The server would listen at {open}, which others reach, with demo accounts whose password everybody knows.",
                $"Listen at {SettingsServices.DefaultAddress}, or set Learning:Demo to false.");
        }
    }
}
