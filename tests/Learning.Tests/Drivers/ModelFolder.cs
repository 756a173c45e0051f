using System.Security.Cryptography;
using Learning.Data;
using Learning.Ranking.Models;
using Learning.Retraining;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Learning.Tests.Drivers;

/// <summary>A folder of models for a test.</summary>
internal sealed class ModelFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("learning-");

    public ModelFolder()
    {
        Store = NewStore();
        Promotion = new Promotion(Store, TimeProvider.System);
    }

    public ModelStore Store { get; }

    public Promotion Promotion { get; }

    public string Path => Store.Root;

    /// <summary>The same folder as another process sees it.</summary>
    public ModelStore NewStore() => new(Options.Create(new DataOptions { DataFolder = _folder.FullName }));

    /// <summary>What another process serves.</summary>
    public ServingRankers NewServing() => new(NewStore(), NullLogger<ServingRankers>.Instance);

    /// <summary>Keeps a model that weighs one feature.</summary>
    public string Keep(string id, string feature = "popularity", string[]? refusals = null, Guid[]? people = null, int day = 1)
    {
        var model = new ModelFile { Weights = [1.0] }.Bytes();
        Store.Keep(Manifest(id, feature, refusals ?? [], day) with { ModelHash = Convert.ToHexStringLower(SHA256.HashData(model)) }, model, ModelPeople.Of(id, people ?? []));
        return id;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static ModelManifest Manifest(string id, string feature, string[] refusals, int day) => new()
    {
        Id = id,
        Kind = "linear",
        Parent = "weighted-1",
        TrainedAt = new DateTimeOffset(2026, 5, day, 0, 0, 0, TimeSpan.Zero),
        Data = new ModelData("", default, default, default, 10, 10, 10, 100, 1),
        Features = [feature],
        Parameters = new Dictionary<string, double>(),
        Weights = new Dictionary<string, double> { [feature] = 1 },
        Offset = 0,
        Scale = 1,
        Scores = new ModelScores(10, 0.3, 0.2, 0.4, 0.2, 0.1, 0.05, 0.15),
        Groups = [],
        Refusals = refusals,
        ModelHash = "",
    };
}
