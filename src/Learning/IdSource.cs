using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Learning;

/// <summary>Where the ids of new rows come from: from chance, or, where work may be cut off and begun again, from what the work is about, so that it makes the same rows each time.</summary>
public sealed class IdSource
{
    private readonly byte[]? _about;
    private int _given;

    private IdSource(byte[]? about) => _about = about;

    /// <summary>Ids that nobody can foresee.</summary>
    public static IdSource ByChance { get; } = new(null);

    /// <summary>The same ids in the same order for the same piece of work. For one thread.</summary>
    public static IdSource About(params ReadOnlySpan<Guid> work)
    {
        var bytes = new byte[16 * work.Length];
        for (var place = 0; place < work.Length; place++)
        {
            work[place].TryWriteBytes(bytes.AsSpan(16 * place), bigEndian: true, out _);
        }

        return new IdSource(bytes);
    }

    /// <summary>The next id, UUIDv7.</summary>
    public Guid Next(DateTimeOffset moment)
    {
        if (_about is null)
        {
            return Guid.CreateVersion7(moment);
        }

        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, _given++);
        return Of(moment, [.. _about, .. number]);
    }

    /// <summary>UUIDv7 (RFC 9562) whose random bits are drawn from what it stands for.</summary>
    public static Guid Of(DateTimeOffset moment, ReadOnlySpan<byte> stands)
    {
        Span<byte> id = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(stands, id);
        BinaryPrimitives.WriteUInt64BigEndian(id, ((ulong)moment.ToUnixTimeMilliseconds() << 16) | 0x7000 | (BinaryPrimitives.ReadUInt64BigEndian(id) & 0x0FFF));
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id[..16], bigEndian: true);
    }
}
