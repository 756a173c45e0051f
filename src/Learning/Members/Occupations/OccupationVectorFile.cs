using System.Collections.Concurrent;

namespace Learning.Members.Occupations;

/// <summary>The vectors of the names, as they ship: made by <c>data/occupations/make-vectors.cs</c>, one file per language.</summary>
public static class OccupationVectorFile
{
    private static readonly ConcurrentDictionary<string, OccupationVectors?> Files = new(StringComparer.Ordinal);

    /// <summary>Makes the file of a language anew.</summary>
    /// <param name="model">Id of the model.</param>
    /// <param name="language">Its language.</param>
    /// <param name="embed">Embeds many texts.</param>
    /// <param name="file">The file to write.</param>
    /// <returns>How many vectors there are.</returns>
    public static async Task<int> MakeAsync(string model, string language, Func<IEnumerable<string>, Task<IReadOnlyList<float[]>>> embed, string file)
    {
        var table = OccupationTable.Shipped;
        var texts = OccupationVectors.LabelsIn(language, table.Labels).Select(label => OccupationText.Plain(label.Text)).ToList();
        var vectors = OccupationVectors.Make(model, table.Fingerprint, await embed(texts));
        await using var stream = File.Create(file);
        vectors.Write(stream);
        return texts.Count;
    }

    internal static OccupationVectors? Shipped(string language) => Files.GetOrAdd(language, static name =>
    {
        using var stream = typeof(OccupationVectorFile).Assembly.GetManifestResourceStream($"occupations/vectors-{name}.bin");
        return stream is null ? null : OccupationVectors.Read(stream);
    });
}
