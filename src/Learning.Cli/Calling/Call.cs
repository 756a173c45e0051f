using System.CommandLine;
using Learning.Cli.Telling;
using Learning.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Learning.Cli.Calling;

/// <summary>One call of a verb: what was asked, how to answer, and the engine once it is needed.</summary>
internal sealed class Call(ParseResult asked, Words words) : IAsyncDisposable
{
    private ServiceProvider? _engine;
    private AsyncServiceScope? _scope;

    /// <summary>What was asked.</summary>
    public ParseResult Asked { get; } = asked;

    /// <summary>The texts.</summary>
    public Words Words { get; } = words;

    /// <summary>How to answer.</summary>
    public Teller Teller { get; } = new(words, asked.GetValue<bool>(Options.Json));

    /// <summary>The engine, with its database only where <see cref="OpenAsync"/> was called.</summary>
    public IServiceProvider Services => (_scope ??= Engine.CreateAsyncScope()).ServiceProvider;

    /// <summary>The database.</summary>
    public LearningDbContext Db => Services.GetRequiredService<LearningDbContext>();

    /// <summary>Where the data is.</summary>
    public DataOptions Store => Engine.GetRequiredService<IOptions<DataOptions>>().Value;

    private ServiceProvider Engine => _engine ??= Engines.Build(Asked.GetValue<string?>(Options.DataFolder));

    /// <summary>A value of the call.</summary>
    public T? Value<T>(string name) => Asked.GetValue<T>(name);

    /// <summary>A service of the engine.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Opens the database that is there.</summary>
    /// <exception cref="BrokenRule">There is none.</exception>
    public Task OpenAsync(CancellationToken cancellationToken)
    {
        DemandStore();
        return PrepareAsync(cancellationToken);
    }

    /// <summary>Goes on only where there is a database. A mistyped folder is not made.</summary>
    /// <exception cref="BrokenRule">There is none.</exception>
    public void DemandStore()
    {
        if (!File.Exists(Store.DatabaseFile))
        {
            throw new BrokenRule(
                "store-missing",
                $"There is no database in {Store.DataFolder}.",
                "Run learning seed or learning import first, or name the folder with --data-folder.",
                BrokenRuleKind.NotFound)
            {
                Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["folder"] = Store.DataFolder },
            };
        }
    }

    /// <summary>Opens the database, and makes it where there is none.</summary>
    public Task PrepareAsync(CancellationToken cancellationToken) => Get<Store>().PrepareAsync([], cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_scope is { } scope)
        {
            await scope.DisposeAsync();
        }

        if (_engine is { } engine)
        {
            await engine.DisposeAsync();
        }
    }
}
