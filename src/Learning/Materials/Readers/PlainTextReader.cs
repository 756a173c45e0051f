namespace Learning.Materials.Readers;

/// <summary>Plain text. A short first line that ends no sentence is its title.</summary>
internal static class PlainTextReader
{
    private const int TitleCharacters = 80;

    public static IEnumerable<ReadResult> Read(SourceFile file)
    {
        var text = TextDecoder.Read(file);
        yield return Drafts.From(new RawMaterial { Text = text, TitleHint = Title(text) }, file);
    }

    /// <summary>The first line, if it is short and ends no sentence.</summary>
    public static string? Title(string text)
    {
        var line = text.AsSpan().TrimStart();
        var stop = line.IndexOf('\n');
        line = (stop < 0 ? line : line[..stop]).Trim();
        var plain = line.TrimStart('#').Trim();
        return stop >= 0 && plain.Length is > 0 and <= TitleCharacters && !"。！？；.!?;,，:：".Contains(plain[^1], StringComparison.Ordinal) ? Markup.Plain(plain.ToString()) : null;
    }
}
