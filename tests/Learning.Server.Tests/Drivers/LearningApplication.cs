using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Learning.Server.SignIn;
using Learning.Server.Starting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Server.Tests.Drivers;

/// <summary>The server as it is, over real HTTP on a free port, with a data folder of its own and a small world instead of the seed.</summary>
public class LearningApplication : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("learning-");
    private readonly ConcurrentDictionary<string, Task<TokensAnswer>> _tokens = new(StringComparer.Ordinal);

    /// <summary>Settings over the shipped ones.</summary>
    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal)
    {
        ["Learning:SignIn:HashRounds"] = "100000",
        ["Learning:Limits:SignInsPerMinute"] = "10000",
        ["Logging:LogLevel:Default"] = "Error",
    };

    /// <summary>The clock; the machine's where none is set.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>The people, groups and lessons in it.</summary>
    internal TestWorld World { get; } = new();

    /// <summary>The folder with the database.</summary>
    public string DataFolder => _data.FullName;

    public virtual async ValueTask InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        await Services.GetRequiredService<Readiness>().WhenReady.WaitAsync(TestContext.Current.CancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody who has not signed in.</summary>
    public HttpClient Stranger(string language = "en")
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = ClientOptions.BaseAddress });
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    /// <summary>Somebody who has signed in: <c>member</c>, <c>coordinator</c> or <c>administrator</c>.</summary>
    public async Task<HttpClient> SignedInAsync(string userName, string language = "en")
    {
        var tokens = await _tokens.GetOrAdd(userName, name => SignInAsync(name));
        var client = Stranger(language);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
        return client;
    }

    /// <summary>A new session.</summary>
    public async Task<TokensAnswer> SignInAsync(string userName)
    {
        using var client = Stranger();
        var answer = await client.PostAsJsonAsync("/api/v1/sign-in", new SignInRequest(userName, DemoAccounts.Password));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<TokensAnswer>())!;
    }

    /// <summary>Does something with the server's own services.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Learning:DataFolder", _data.FullName);
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            foreach (var step in services.Where(service => service.ImplementationInstance is StartStep { Name: not "accounts" }).ToList())
            {
                services.Remove(step);
            }

            services.Insert(0, ServiceDescriptor.Singleton(new StartStep("world", World.MakeAsync)));
            if (Clock is not null)
            {
                services.AddSingleton(Clock);
            }
        });
    }
}
