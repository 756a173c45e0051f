using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Learning.Data;
using Microsoft.Extensions.Options;

namespace Learning.Ranking.Models;

/// <summary>
/// The folder of trained models, <c>models/ranking</c> below the data folder: <c>ID/{model, manifest.json, people}</c> and
/// <c>current.json</c>. Whatever is written is written beside and put in place by a rename, so that a reader finds all of it or
/// nothing, whenever a writer is killed.
/// </summary>
public sealed partial class ModelStore(IOptions<DataOptions> data)
{
    /// <summary>How files of a model are written.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Making = ".making-";

    /// <summary>The folder.</summary>
    public string Root => Path.Combine(data.Value.DataFolder, "models", "ranking");

    private string CurrentFile => Path.Combine(Root, "current.json");

    /// <summary>Which model serves; the one set by hand where none was ever promoted.</summary>
    public ServingModel Current() => ReadJson<ServingModel>(CurrentFile) ?? new ServingModel(WeightedRanker.Name, null, "", []);

    /// <summary>Which model serves, as text: a reader that has seen the same text has nothing to do.</summary>
    internal string CurrentText() => File.Exists(CurrentFile) ? ReadShared(CurrentFile) ?? "" : "";

    /// <summary>Every model that is kept, newest first.</summary>
    public IReadOnlyList<ModelManifest> All() => Directory.Exists(Root)
        ? [.. Directory.GetDirectories(Root).Where(folder => IdShape().IsMatch(Path.GetFileName(folder)))
            .Select(folder => ReadJson<ModelManifest>(Path.Combine(folder, "manifest.json"))).OfType<ModelManifest>()
            .OrderByDescending(manifest => manifest.TrainedAt).ThenByDescending(manifest => manifest.Id, StringComparer.Ordinal)]
        : [];

    /// <summary>The manifest of a model; null when it is not kept.</summary>
    public ModelManifest? Find(string id) => IdShape().IsMatch(id) ? ReadJson<ModelManifest>(Path.Combine(Root, id, "manifest.json")) : null;

    /// <summary>The file of a model, when it is the one the manifest tells of.</summary>
    /// <exception cref="InvalidDataException">It is another one.</exception>
    public ModelFile Open(ModelManifest manifest)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Root, manifest.Id, "model"));
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == manifest.ModelHash
            ? ModelFile.Read(bytes)
            : throw new InvalidDataException($"The file of the model {manifest.Id} is not the one its manifest tells of.");
    }

    /// <summary>Keeps a new model. Another one of the same id stays as it is.</summary>
    public void Keep(ModelManifest manifest, byte[] model, ModelPeople people)
    {
        var folder = Path.Combine(Root, manifest.Id);
        var making = Path.Combine(Root, Making + manifest.Id);
        TidyUp();
        Directory.CreateDirectory(making);
        WriteThrough(Path.Combine(making, "model"), model);
        WriteThrough(Path.Combine(making, "people"), people.Bytes());
        WriteThrough(Path.Combine(making, "manifest.json"), JsonSerializer.SerializeToUtf8Bytes(manifest, Json));
        if (Directory.Exists(folder))
        {
            Directory.Delete(making, recursive: true);
            return;
        }

        Directory.Move(making, folder);
    }

    /// <summary>Puts a model to serve; every process follows at its next list.</summary>
    public void Put(ServingModel serving)
    {
        Directory.CreateDirectory(Root);
        Replace(CurrentFile, JsonSerializer.SerializeToUtf8Bytes(serving, Json));
    }

    /// <summary>Takes away the oldest models beyond a number; never the one that serves nor the one a rollback goes to.</summary>
    public void Prune(int keep)
    {
        var current = Current();
        var before = current.Before is [var last, ..] ? last : null;
        foreach (var old in All().Skip(keep).Where(manifest => manifest.Id != current.Model && manifest.Id != before))
        {
            Directory.Delete(Path.Combine(Root, old.Id), recursive: true);
        }
    }

    /// <summary>Takes away what a killed training left.</summary>
    public void TidyUp()
    {
        foreach (var left in Directory.Exists(Root) ? Directory.GetDirectories(Root, Making + "*") : [])
        {
            Directory.Delete(left, recursive: true);
        }
    }

    /// <summary>How many people were erased whom a model was trained on; null: none.</summary>
    public ErasedMark? Erased(string id) => IdShape().IsMatch(id) ? ReadJson<ErasedMark>(Path.Combine(Root, id, "erased.json")) : null;

    /// <summary>Marks every model that was trained on a member who is being erased, and forgets that the member was among its people.</summary>
    /// <returns>How many models were marked.</returns>
    public int MarkErased(Guid member, DateTimeOffset now)
    {
        var marked = 0;
        foreach (var manifest in All())
        {
            var file = Path.Combine(Root, manifest.Id, "people");
            if (File.Exists(file) && ModelPeople.Read(File.ReadAllBytes(file)).Without(member) is { } others)
            {
                Replace(Path.Combine(Root, manifest.Id, "erased.json"), JsonSerializer.SerializeToUtf8Bytes(new ErasedMark((Erased(manifest.Id)?.Count ?? 0) + 1, now), Json));
                Replace(file, others.Bytes());
                marked++;
            }
        }

        return marked;
    }

    private static T? ReadJson<T>(string file)
        where T : class
    {
        try
        {
            return File.Exists(file) && ReadShared(file) is { } text ? JsonSerializer.Deserialize<T>(text, Json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Between looking and opening, the file may be replaced or its model taken away.
    private static string? ReadShared(string file)
    {
        try
        {
            using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            return reader.ReadToEnd();
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static void Replace(string file, byte[] bytes)
    {
        var beside = $"{file}.{Environment.ProcessId}.new";
        WriteThrough(beside, bytes);
        File.Move(beside, file, overwrite: true);
    }

    private static void WriteThrough(string file, byte[] bytes)
    {
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    [GeneratedRegex("^[0-9a-z][0-9a-z-]{0,59}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IdShape();
}
