using System.Collections.Concurrent;
using Learning.Data;
using Learning.Members;
using Learning.Plans;
using Learning.Plans.Words;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Learning.Server.Tests.Drivers;

/// <summary>The engine with a stand-in for a language model, on a real database of its own, and a log that is read.</summary>
internal sealed class WordsHost : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("learning-words-");
    private readonly ServiceProvider _services;

    private WordsHost(StandInModel model, IEnumerable<(string Name, string Value)> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Learning:DataFolder"] = _data.FullName,
            ["Learning:LanguageModel"] = "OpenAI",
            ["Learning:LanguageModel:Endpoint"] = model.Endpoint.AbsoluteUri,
            ["Learning:LanguageModel:Model"] = "stand-in",
            ["Learning:LanguageModel:Retries"] = "0",
        }).AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
        _services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Log))
            .AddLearning(configuration)
            .AddLearningData(configuration, _data.FullName)
            .BuildServiceProvider();
    }

    public KeptLog Log { get; } = new();

    public static Guid Plan { get; } = TestWorld.Id(99);

    public static Guid Rain { get; } = TestWorld.Id(1);

    public static Guid Milk { get; } = TestWorld.Id(2);

    public static async Task<WordsHost> StartAsync(StandInModel model, params IEnumerable<(string Name, string Value)> settings)
    {
        var host = new WordsHost(model, settings);
        await host._services.GetRequiredService<Store>().PrepareAsync([], TestContext.Current.CancellationToken);
        await using var scope = host._services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LearningDbContext>();
        db.Members.Add(new Member { Id = TestWorld.Id(11), Organisation = "here", Name = "某人", JoinedAt = DateTimeOffset.UnixEpoch });
        db.Plans.Add(new StoredPlan { Id = Plan, MemberId = TestWorld.Id(11), From = Facts().From, Until = Facts().Until, Weeks = 4, CreatedAt = DateTimeOffset.UnixEpoch, Model = "test" });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return host;
    }

    public static PlanFacts Facts(string language = "zh", string summary = "", int version = 1) => new()
    {
        Plan = Plan,
        Version = version,
        Language = language,
        From = new DateOnly(2027, 1, 4),
        Until = new DateOnly(2027, 1, 31),
        Weeks = 4,
        Items =
        [
            new ItemFact(Rain, language == "zh" ? "雨天骑行三件事" : "Three things in the rain", summary, new DateOnly(2027, 1, 4), new TimeOnly(20, 30), 25, Mode.Read, 0.6m) { Reasons = ["为您的职业编写"] },
            new ItemFact(Milk, language == "zh" ? "冷链与牛奶" : "Cold chain and milk", "", new DateOnly(2027, 1, 6), new TimeOnly(7, 5), 40, Mode.Listen, 0.9m) { Reasons = ["新上架"] },
        ],
        Hours = [],
        Unmet = [],
        Checks = 18,
    };

    public async Task<Told> TellAsync(WordsKind kind, PlanFacts facts, Guid? about = null)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Narrator>().TellAsync(kind, facts, about, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }
}

/// <summary>Keeps what is logged.</summary>
internal sealed class KeptLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Lines.Enqueue(formatter(state, exception));
        }
    }

    public void Dispose()
    {
    }
}
