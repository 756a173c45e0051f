using System.Collections.Concurrent;

namespace Learning.Indexing.Embedded;

/// <summary>What the index holds at one moment, and what is worked out of it when a search first asks.</summary>
internal sealed class Contents(Part[] parts)
{
    private readonly ConcurrentDictionary<(string Model, int Dimension), Lazy<Centre>> centres = new();

    public static Contents Empty { get; } = new([]);

    /// <summary>The parts.</summary>
    public Part[] Parts { get; } = parts;

    /// <summary>Where the vectors of a model stand on the whole.</summary>
    public Centre CentreOf(string model, int dimension) =>
        centres.GetOrAdd((model, dimension), kind => new Lazy<Centre>(() => Centre.Of(Parts, kind.Model, kind.Dimension))).Value;
}
