namespace Learning.Embeddings;

/// <summary>The vector of a chunk under one model. While a model is being changed a chunk has one of each.</summary>
public sealed class ChunkVector
{
    /// <summary>The chunk.</summary>
    public required Guid ChunkId { get; init; }

    /// <summary>Id of the model.</summary>
    public required string Model { get; init; }

    /// <summary>Numbers in it.</summary>
    public required int Dimension { get; init; }

    /// <summary>The numbers, float32, little-endian.</summary>
    public required byte[] Numbers { get; init; }
}
