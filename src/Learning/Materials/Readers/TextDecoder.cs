using System.Text;
using UtfUnknown;

namespace Learning.Materials.Readers;

/// <summary>Bytes → text: a byte order mark decides, else strict UTF-8, else GB18030 where that is what it is. Anything else is refused with the place.</summary>
internal static class TextDecoder
{
    private const float Confident = 0.5f;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Read(SourceFile file, Encoding? declared = null)
    {
        var text = Decode(file.Bytes, declared);
        var nul = text.IndexOf('\0', StringComparison.Ordinal);
        if (nul >= 0)
            throw new BadFile(Problems.Encoding("A NUL character stands in the text: this is not a text file, or it was damaged.", $"character {nul + 1}, line {LineOf(text, nul)}"));
        var clean = CleanText.Of(text);
        if (string.IsNullOrWhiteSpace(clean))
            throw new BadFile(Problems.Empty());
        return clean;
    }

    /// <summary>A Chinese encoding by its name in a page's head; null for others.</summary>
    public static Encoding? Named(string name) => name.Trim().ToLowerInvariant() switch
    {
        "gb2312" or "gbk" or "gb18030" or "x-gbk" => Strict("gb18030"),
        "big5" or "big5-hkscs" => Strict("big5"),
        "iso-8859-1" or "latin1" or "windows-1252" => Strict("windows-1252"),
        _ => null,
    };

    private static string Decode(byte[] bytes, Encoding? declared)
    {
        if (MarkOf(bytes) is { } marked)
            return Strictly(marked.Encoding, bytes.AsSpan(marked.Length), marked.Encoding.WebName);
        var broken = FirstBroken(bytes);
        if (broken < 0)
            return StrictUtf8.GetString(bytes);
        if ((declared ?? Chinese(bytes, broken)) is { } other && TryStrictly(other, bytes, out var text))
            return text;
        throw new BadFile(Problems.Encoding($"The bytes are not UTF-8 (0x{bytes[broken]:X2}), nor GB18030.", $"byte {broken}, line {1 + bytes.AsSpan(0, broken).Count((byte)'\n')}"));
    }

    private static (Encoding Encoding, int Length)? MarkOf(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (StrictUtf8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (new UTF32Encoding(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: true), 4),
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), 2),
        _ => null,
    };

    private static string Strictly(Encoding encoding, ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException broken)
        {
            throw new BadFile(Problems.Encoding($"The byte order mark says {name}, but the bytes are not.", $"byte {Math.Max(0, broken.Index)} after the mark"));
        }
        catch (ArgumentException)
        {
            throw new BadFile(Problems.Encoding($"The byte order mark says {name}, but the bytes are not.", ""));
        }
    }

    private static bool TryStrictly(Encoding encoding, byte[] bytes, out string text)
    {
        try
        {
            text = encoding.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }

    // A UTF-8 text with a damaged byte has many whole Chinese characters around it; a GB18030 text has next to none that look whole.
    private static Encoding? Chinese(byte[] bytes, int broken)
    {
        var (whole, damaged) = Sequences(bytes);
        if (broken < 0 || whole > damaged)
            return null;
        var guess = CharsetDetector.DetectFromBytes(bytes).Detected;
        return guess is { Confidence: >= Confident } && guess.EncodingName is { } name && name.StartsWith("gb", StringComparison.OrdinalIgnoreCase)
            ? Strict("gb18030")
            : null;
    }

    private static Encoding Strict(string name) => Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static int FirstBroken(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != System.Buffers.OperationStatus.Done)
                return at;
            at += length;
        }

        return -1;
    }

    private static (int Whole, int Damaged) Sequences(ReadOnlySpan<byte> bytes)
    {
        int whole = 0, damaged = 0;
        for (var at = 0; at < bytes.Length;)
        {
            var status = Rune.DecodeFromUtf8(bytes[at..], out _, out var length);
            whole += status == System.Buffers.OperationStatus.Done && length > 1 ? 1 : 0;
            damaged += status == System.Buffers.OperationStatus.Done ? 0 : 1;
            at += Math.Max(1, length);
        }

        return (whole, damaged);
    }

    private static int LineOf(string text, int at) => 1 + text.AsSpan(0, at).Count('\n');
}
