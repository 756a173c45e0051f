using System.Buffers.Binary;

namespace Learning.Seeding;

/// <summary>UUIDv7 (RFC 9562) whose random bits come from the seed, so that the same seed names the same things.</summary>
internal static class SeedIds
{
    /// <summary>The next id at a moment.</summary>
    public static Guid At(DateTimeOffset moment, Chance chance)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)moment.ToUnixTimeMilliseconds() << 16) | 0x7000 | (chance.Bits() & 0x0FFF));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (chance.Bits() & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000);
        return new Guid(bytes, bigEndian: true);
    }
}
