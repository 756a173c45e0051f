using Learning.Materials;

namespace Learning.Indexing;

/// <summary>Where materials are found: words and vectors over their chunks. The embedded one lives in this process; a larger one is a setting.</summary>
public interface ISearchIndex
{
    /// <summary>Puts materials in, each in place of what was known of it. Chunks without a vector are found by words alone.</summary>
    ValueTask PutAsync(IReadOnlyCollection<IndexedMaterial> materials, CancellationToken cancellationToken);

    /// <summary>Takes materials out; from the return on, no search finds them.</summary>
    ValueTask RemoveAsync(IReadOnlyCollection<Guid> materials, CancellationToken cancellationToken);

    /// <summary>Finds materials, best first, each once with its best chunk.</summary>
    ValueTask<IReadOnlyList<SearchHit>> SearchAsync(SearchRequest request, CancellationToken cancellationToken);

    /// <summary>The direction of a material's text: the mean of its chunks' vectors at length 1; null when it has none.</summary>
    MaterialVector? VectorOf(Guid material);

    /// <summary>How many materials and chunks are in it.</summary>
    IndexSize Size { get; }
}

/// <summary>What is in an index.</summary>
/// <param name="Materials">Materials.</param>
/// <param name="Chunks">Chunks.</param>
/// <param name="ChunksWithVector">Chunks with a vector.</param>
public sealed record IndexSize(int Materials, int Chunks, int ChunksWithVector);

/// <summary>The direction of a text under one embedding model. Vectors of different models are never compared.</summary>
/// <param name="Model">Id of the model.</param>
/// <param name="Numbers">The numbers, of length 1.</param>
public sealed record MaterialVector(string Model, ReadOnlyMemory<float> Numbers);

/// <summary>A material as an index takes it.</summary>
public sealed record IndexedMaterial
{
    /// <inheritdoc cref="Material.Id" />
    public required Guid Id { get; init; }

    /// <inheritdoc cref="Material.Lesson" />
    public Guid Lesson { get; init; }

    /// <inheritdoc cref="Material.Organisation" />
    public required string Organisation { get; init; }

    /// <inheritdoc cref="Material.Language" />
    public required string Language { get; init; }

    /// <inheritdoc cref="Material.Title" />
    public required string Title { get; init; }

    /// <inheritdoc cref="Material.Summary" />
    public string Summary { get; init; } = "";

    /// <inheritdoc cref="Material.Topics" />
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <inheritdoc cref="Material.Occupations" />
    public IReadOnlyList<string> Occupations { get; init; } = [];

    /// <inheritdoc cref="Material.AgeBands" />
    public IReadOnlyList<string> AgeBands { get; init; } = [];

    /// <inheritdoc cref="Material.ValidFrom" />
    public DateOnly? ValidFrom { get; init; }

    /// <inheritdoc cref="Material.ValidUntil" />
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Its chunks, in order.</summary>
    public required IReadOnlyList<IndexedChunk> Chunks { get; init; }
}

/// <summary>A chunk as an index takes it.</summary>
/// <param name="Id">Id of the chunk.</param>
/// <param name="Heading">Headings above it.</param>
/// <param name="Text">Its text.</param>
/// <param name="Model">Id of the embedding model; null without a vector.</param>
/// <param name="Vector">Its vector, of length 1; empty without one.</param>
public sealed record IndexedChunk(Guid Id, string Heading, string Text, string? Model, ReadOnlyMemory<float> Vector);

/// <summary>What is searched.</summary>
public sealed record SearchRequest
{
    /// <summary>The words; may be empty when only vectors are compared.</summary>
    public string Text { get; init; } = "";

    /// <summary>Vectors of the words, one per embedding model; each is compared with vectors of its model only.</summary>
    public IReadOnlyList<MaterialVector> Vectors { get; init; } = [];

    /// <summary>What is searched by.</summary>
    public SearchMode Mode { get; init; } = SearchMode.Hybrid;

    /// <summary>What may be found.</summary>
    public SearchFilter Filter { get; init; } = new();

    /// <summary>How many, 1–1,000.</summary>
    public int Limit { get; init; } = 20;
}

/// <summary>What a search goes by.</summary>
public enum SearchMode
{
    /// <summary>Words alone.</summary>
    Words,

    /// <summary>Vectors alone.</summary>
    Vectors,

    /// <summary>Both, fused.</summary>
    Hybrid,
}

/// <summary>What may be found; null or empty: no bound.</summary>
public sealed record SearchFilter
{
    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public string? Language { get; init; }

    /// <summary>Topic id.</summary>
    public string? Topic { get; init; }

    /// <summary>Keys of organisations.</summary>
    public IReadOnlyList<string> Organisations { get; init; } = [];

    /// <summary>Only what is for everybody or for this occupation.</summary>
    public string? Occupation { get; init; }

    /// <summary>Only what is for every age or for this age band.</summary>
    public string? AgeBand { get; init; }

    /// <summary>Materials that must not be found.</summary>
    public IReadOnlySet<Guid> Except { get; init; } = System.Collections.Frozen.FrozenSet<Guid>.Empty;

    /// <summary>Only what is offered on this day.</summary>
    public DateOnly? ValidOn { get; init; }

    /// <summary>Whether it lets everything through.</summary>
    internal bool IsOpen => Language is null && Topic is null && Organisations.Count == 0 && Occupation is null && AgeBand is null && Except.Count == 0 && ValidOn is null;
}

/// <summary>A material that was found.</summary>
/// <param name="Material">The material.</param>
/// <param name="Chunk">Its best chunk.</param>
/// <param name="Score">Fused score; comparable within one answer only.</param>
/// <param name="Words">Part of the words (BM25); 0 when no word met.</param>
/// <param name="Vectors">Part of the vectors (cosine); 0 when none was compared.</param>
/// <param name="Snippet">Text of the best chunk.</param>
public sealed record SearchHit(Guid Material, Guid Chunk, double Score, double Words, double Vectors, string Snippet);
