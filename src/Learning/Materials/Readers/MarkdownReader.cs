namespace Learning.Materials.Readers;

/// <summary>Markdown, with or without YAML front matter.</summary>
internal static class MarkdownReader
{
    public static IEnumerable<ReadResult> Read(SourceFile file)
    {
        var (fields, body, _) = FrontMatter.Split(TextDecoder.Read(file));
        yield return Drafts.From(new RawMaterial { Fields = fields, Text = body }, file);
    }
}
