using System.Buffers;
using System.Buffers.Text;

namespace Learning.Server.Conventions;

/// <summary>Bytes that travel as a word nobody outside reads: base64 that fits into an address.</summary>
internal static class OpaqueBytes
{
    /// <summary>The word.</summary>
    public static string Write(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <summary>Reads a word into as many bytes as there must be.</summary>
    /// <returns>False: it is none of that length.</returns>
    public static bool TryRead(string word, Span<byte> bytes) =>
        word.Length == Base64Url.GetEncodedLength(bytes.Length)
        && Base64Url.DecodeFromChars(word, bytes, out _, out var written) == OperationStatus.Done
        && written == bytes.Length;
}
