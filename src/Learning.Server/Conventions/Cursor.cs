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
        return OpaqueBytes.Write(bytes);
    }

    /// <summary>The id in a cursor.</summary>
    /// <returns>False: it is no cursor of this API.</returns>
    public static bool TryRead(string cursor, out Guid id)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        id = default;
        if (!OpaqueBytes.TryRead(cursor, bytes) || bytes[0] != Form)
        {
            return false;
        }

        id = new Guid(bytes[1..], bigEndian: true);
        return true;
    }
}
