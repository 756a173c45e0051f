using Learning.Materials.Twins;

namespace Learning.Materials;

/// <summary>
/// Proposes which of many materials might be the same lesson as another, without their texts: by fingerprints that agree in at least one of
/// eleven bands (which finds every pair within ten bits, and most within fourteen) and by titles that share their rarest pairs of characters.
/// <see cref="NearDuplicates"/> decides. One writer at a time; readers beside no writer.
/// </summary>
public sealed class NearDuplicateIndex
{
    private const int Bands = 11, BandBits = 6;
    private const int MostDistance = 14;
    private const double SimilarTitle = 0.8;
    private readonly Dictionary<Guid, (long Fingerprint, TitleShape Title)> entries = [];
    private readonly Dictionary<(int Band, long Bits), HashSet<Guid>> bands = [];
    private readonly Dictionary<ulong, HashSet<Guid>> titles = [];

    /// <summary>Materials in it.</summary>
    public int Count => entries.Count;

    /// <summary>Adds a material, or replaces what was known of it.</summary>
    public void Add(Guid id, string title, long fingerprint)
    {
        Remove(id);
        var shape = new TitleShape(title);
        entries[id] = (fingerprint, shape);
        foreach (var band in BandsOf(fingerprint))
            Slot(bands, band).Add(id);
        foreach (var key in shape.Keys)
            Slot(titles, key).Add(id);
    }

    /// <summary>Takes a material out; nothing happens where it is not in.</summary>
    public void Remove(Guid id)
    {
        if (!entries.Remove(id, out var entry))
            return;
        foreach (var band in BandsOf(entry.Fingerprint))
            bands[band].Remove(id);
        foreach (var key in entry.Title.Keys)
            titles[key].Remove(id);
    }

    /// <summary>Ids that are worth comparing, in a stable order. A material is no candidate for itself if its own id is passed.</summary>
    public IReadOnlyList<Guid> Candidates(string title, long fingerprint, Guid? self = null)
    {
        var shape = new TitleShape(title);
        var found = new HashSet<Guid>();
        foreach (var band in BandsOf(fingerprint))
            found.UnionWith(bands.GetValueOrDefault(band, []).Where(id => Fingerprint.Distance(entries[id].Fingerprint, fingerprint) <= MostDistance));
        foreach (var key in Rarest(shape))
            found.UnionWith(titles[key].Where(id => entries[id].Title.Similarity(shape) >= SimilarTitle));
        if (self is { } own)
            found.Remove(own);
        return [.. found.Order()];
    }

    // Titles that are 0.8 alike (Dice) share two thirds of their pairs, so that one of the rarest third and one more must be among them.
    private IEnumerable<ulong> Rarest(TitleShape shape)
    {
        var known = shape.Keys.Where(titles.ContainsKey).OrderBy(key => titles[key].Count).ThenBy(key => key).ToList();
        var unknown = shape.Keys.Count - known.Count;
        return known.Take(Math.Max(1, (shape.Keys.Count / 3) + 1 - unknown));
    }

    // Eleven bands of six bits, the last of four.
    private static IEnumerable<(int Band, long Bits)> BandsOf(long fingerprint)
    {
        for (var band = 0; band < Bands; band++)
            yield return (band, (fingerprint >>> (band * BandBits)) & ((1L << BandBits) - 1));
    }

    private static HashSet<Guid> Slot<TKey>(Dictionary<TKey, HashSet<Guid>> map, TKey key)
        where TKey : notnull => map.TryGetValue(key, out var slot) ? slot : map[key] = [];
}
