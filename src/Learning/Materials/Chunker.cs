using Learning.Materials.Chunking;

namespace Learning.Materials;

/// <summary>
/// Cuts a text into parts that fit the embedding models (512 tokens). Decisions:
/// a part never crosses a heading; an article of a law (第…条, Article 5.) is one part, cut only when it alone is too long;
/// neighbouring articles of one section share a part while they are very short together; other paragraphs of a section fill
/// a part; too long paragraphs end at sentences, then at commas, then anywhere between two characters.
/// Nothing is lost: headings stand in the path, every other character stands in exactly one part, in order.
/// </summary>
public static class Chunker
{
    /// <summary>Cuts a text.</summary>
    /// <param name="title">The material's title; the outermost heading of every part.</param>
    /// <param name="text">Markdown or plain text.</param>
    /// <param name="language"><c>zh</c> or <c>en</c>: how the labels of merged articles are joined.</param>
    /// <param name="options">Sizes; null: the shipped ones.</param>
    /// <returns>At least one part for a text or title that holds anything; a text without words gives the title.</returns>
    public static IReadOnlyList<TextChunk> Cut(string title, string text, string language, ChunkOptions? options = null)
    {
        var sizes = options ?? ChunkOptions.Default;
        var costs = new TokenCosts(text);
        var chunks = new List<TextChunk>();
        foreach (var section in Outline.Of(text))
        {
            var path = HeadingPath.Of(title, section.Headings);
            var most = sizes.TextTokens(TokenCosts.Of(path));
            foreach (var (label, span) in Packing.Of(text, section, costs, most, sizes.MergeTokens, language == "zh" ? "、" : ", "))
                chunks.Add(new TextChunk(HeadingPath.With(path, label), text[span].Trim()));
        }

        if (chunks.Count == 0 && !string.IsNullOrWhiteSpace(title))
            chunks.Add(new TextChunk(title.Trim(), title.Trim()));
        return chunks;
    }
}

/// <summary>A part of a text.</summary>
/// <param name="Heading">Title and headings above it, outermost first, joined with " › "; for a law also the articles.</param>
/// <param name="Text">Its text as it stands in the material; never blank.</param>
public sealed record TextChunk(string Heading, string Text);

/// <summary>
/// Sizes of parts in tokens as <see cref="Chunker"/> estimates them: a Chinese character is one, an English letter 0.3
/// (450 are about 450 Chinese or 1,500 English characters).
/// </summary>
public sealed record ChunkOptions
{
    /// <summary>The shipped sizes.</summary>
    public static ChunkOptions Default { get; } = new();

    /// <summary>The longest part, without its heading.</summary>
    public int Tokens { get; init; } = 450;

    /// <summary>The longest part with its heading; what is left of the model's 512 is for its own marks and wrong estimates.</summary>
    public int WithHeadingTokens { get; init; } = 500;

    /// <summary>Neighbouring short articles share a part up to this length together.</summary>
    public int MergeTokens { get; init; } = 200;

    internal int TextTokens(int headingTokens) => Math.Max(Tokens / 2, Math.Min(Tokens, WithHeadingTokens - headingTokens));
}
