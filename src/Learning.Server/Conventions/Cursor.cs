using System.Buffers.Text;

namespace Learning.Server.Conventions;

/// <summary>Where a page ended: the id of its last item, as an opaque word. Nothing is trusted to it: what may be seen is asked anew on each page.</summary>
internal static class Cursor
{
    private const byte Form = 1;
    private const int Bytes = 17;

    /// <summary>The cursor after an item.</summary>
    public static string After(Guid id)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        bytes[0] = Form;
        id.TryWriteBytes(bytes[1..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The id in a cursor.</summary>
    /// <returns>False: it is no cursor of this API.</returns>
    public static bool TryRead(string cursor, out Guid id)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        id = default;
        if (cursor.Length != Base64Url.GetEncodedLength(Bytes) || !Base64Url.TryDecodeFromChars(cursor, bytes, out var written) || written != Bytes || bytes[0] != Form)
        {
            return false;
        }

        id = new Guid(bytes[1..], bigEndian: true);
        return true;
    }
}
