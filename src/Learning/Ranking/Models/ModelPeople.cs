using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Learning.Ranking.Models;

/// <summary>Whom a model was trained on, so that it can be marked when one of them is erased: eight bytes each of a salted hash, which tell nobody who they are.</summary>
public sealed class ModelPeople
{
    private const int SaltBytes = 16;
    private const int HashBytes = sizeof(ulong);

    private readonly byte[] _salt;
    private readonly HashSet<ulong> _hashes;

    private ModelPeople(byte[] salt, HashSet<ulong> hashes) => (_salt, _hashes) = (salt, hashes);

    /// <summary>How many.</summary>
    public int Count => _hashes.Count;

    /// <summary>These people, under the salt of a model.</summary>
    public static ModelPeople Of(string model, IEnumerable<Guid> members)
    {
        var salt = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(model))[..SaltBytes];
        return new ModelPeople(salt, [.. members.Select(member => Hash(salt, member))]);
    }

    /// <summary>The people in a file.</summary>
    public static ModelPeople Read(byte[] bytes)
    {
        var hashes = new HashSet<ulong>();
        for (var place = SaltBytes; place + HashBytes <= bytes.Length; place += HashBytes)
        {
            hashes.Add(BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(place)));
        }

        return new ModelPeople(bytes[..SaltBytes], hashes);
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] Bytes()
    {
        var bytes = new byte[SaltBytes + (_hashes.Count * HashBytes)];
        _salt.CopyTo(bytes, 0);
        var place = SaltBytes;
        foreach (var hash in _hashes.Order())
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(place), hash);
            place += HashBytes;
        }

        return bytes;
    }

    /// <summary>The others; null when the member is not among them.</summary>
    public ModelPeople? Without(Guid member) =>
        _hashes.Contains(Hash(_salt, member)) ? new ModelPeople(_salt, [.. _hashes.Where(hash => hash != Hash(_salt, member))]) : null;

    private static ulong Hash(byte[] salt, Guid member) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData([.. salt, .. member.ToByteArray()]));
}
