using System.Text;

namespace Learning.Materials.Readers;

/// <summary>Makes text from outside storable and comparable: one kind of line end, no control characters, no half characters. Words are never changed.</summary>
internal static class CleanText
{
    public static string Of(string text)
    {
        if (IsClean(text))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
                clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if (c is '\f' or '\v' or '\u0085' or '\u2028' or '\u2029')
                clean.Append('\n');
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c))
                clean.Append('\uFFFD');
            else if (!IsDropped(c))
                clean.Append(c);
        }

        return clean.ToString();
    }

    private static bool IsClean(string text)
    {
        foreach (var c in text)
        {
            if (c == '\r' || c is '\f' or '\v' or '\u0085' or '\u2028' or '\u2029' || char.IsSurrogate(c) || IsDropped(c))
                return false;
        }

        return true;
    }

    // Byte order marks in the middle of joined files and control characters carry no words.
    private static bool IsDropped(char c) => c == '\uFEFF' || (char.IsControl(c) && c is not ('\n' or '\t'));
}
