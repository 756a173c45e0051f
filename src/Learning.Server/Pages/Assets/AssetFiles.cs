using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Learning.Server.Pages.Assets;

/// <summary>
/// Styles, scripts and icons, carried inside the program. Their address holds a hash over all of them, so that browsers keep
/// them for ever and a new program has new addresses.
/// </summary>
internal sealed class AssetFiles
{
    private const string Prefix = "assets/";
    private const int SignsOfHash = 10;

    private readonly FrozenDictionary<string, byte[]> _files;

    public AssetFiles()
    {
        _files = typeof(AssetFiles).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], Read, StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (_, bytes) in _files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(bytes);
        }

        Version = Convert.ToHexStringLower(hash.GetHashAndReset())[..SignsOfHash];
    }

    /// <summary>Hash over all files.</summary>
    public string Version { get; }

    /// <summary>Names of all files.</summary>
    public IEnumerable<string> Names => _files.Keys;

    /// <summary>Address of a file.</summary>
    public string this[string name] => $"/assets/{Version}/{name}";

    /// <summary>A file's bytes; null when there is none of that name.</summary>
    public byte[]? Find(string name) => _files.GetValueOrDefault(name);

    private static byte[] Read(string resource)
    {
        using var stream = typeof(AssetFiles).Assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
