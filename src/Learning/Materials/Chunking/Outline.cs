using Learning.Materials.Readers;

namespace Learning.Materials.Chunking;

/// <summary>What stands between two headings.</summary>
/// <param name="Headings">The headings above, outermost first.</param>
/// <param name="Blocks">Its paragraphs.</param>
internal sealed record Section(IReadOnlyList<string> Headings, IReadOnlyList<Block> Blocks);

/// <summary>A paragraph, or all lines of a code fence.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last, blank lines after it included.</param>
/// <param name="Article">The article that begins here (第四十四条), or null.</param>
internal readonly record struct Block(int Start, int End, string? Article);

/// <summary>
/// Text → sections. Headings are Markdown's (# …) and, in laws without Markdown, lines such as 第二章　总则.
/// A heading under which nothing stands (a table of contents, an empty chapter) becomes text itself, so that it is not lost.
/// </summary>
internal sealed class Outline
{
    private readonly string text;
    private readonly List<Section> sections = [];
    private readonly List<(int Level, string Words, int Start, int End, bool Used)> open = [];
    private List<Block> blocks = [];
    private int blockStart = -1;
    private string? article;

    private Outline(string text) => this.text = text;

    public static IReadOnlyList<Section> Of(string text)
    {
        var outline = new Outline(text);
        outline.Walk();
        return outline.sections;
    }

    private void Walk()
    {
        var fenced = false;
        for (var at = 0; at < text.Length;)
        {
            var stop = text.IndexOf('\n', at);
            var next = stop < 0 ? text.Length : stop + 1;
            var line = text.AsSpan(at, next - at);
            var isFence = Markup.IsFence(line);
            if (!fenced && IsUnderlined(line, next, out var end))
            {
                Open(1, line, at, end);
                at = end;
                continue;
            }

            if (!fenced && !isFence && LevelOf(line) is > 0 and var level)
                Open(level, line, at, next);
            else
                Line(line, at, fenced || isFence);
            fenced ^= isFence;
            at = next;
        }

        EndBlock(text.Length);
        EndSection();
        CloseDownTo(0);
    }

    // "Title" above "=====" is a heading too.
    private bool IsUnderlined(ReadOnlySpan<char> line, int next, out int end)
    {
        var rest = text.AsSpan(next);
        var stop = rest.IndexOf('\n');
        var below = stop < 0 ? rest : rest[..stop];
        end = next + (stop < 0 ? rest.Length : stop + 1);
        return below.Length >= 2 && below[0] == '=' && Markup.IsUnderline(below) && blockStart < 0 && !line.IsWhiteSpace();
    }

    private static int LevelOf(ReadOnlySpan<char> line) => Markup.HeadingLevel(line) is > 0 and var level ? level : LawText.HeadingLevel(line);

    private void Line(ReadOnlySpan<char> line, int at, bool verbatim)
    {
        if (line.IsWhiteSpace() && !verbatim)
        {
            EndBlock(at);
            return;
        }

        var begins = verbatim ? null : LawText.Article(line);
        if (begins is not null)
            EndBlock(at);
        if (blockStart >= 0)
            return;
        blockStart = at;
        article = begins;
    }

    private void EndBlock(int end)
    {
        if (blockStart >= 0)
            blocks.Add(new Block(blockStart, end, article));
        blockStart = -1;
    }

    private void Open(int level, ReadOnlySpan<char> line, int start, int end)
    {
        EndBlock(start);
        EndSection();
        CloseDownTo(level);
        if (open.Count > 0)
            open[^1] = open[^1] with { Used = true };
        open.Add((level, Markup.Plain(Markup.HeadingText(line)), start, end, false));
    }

    private void EndSection()
    {
        if (blocks.Count == 0)
            return;
        if (open.Count > 0)
            open[^1] = open[^1] with { Used = true };
        sections.Add(new Section([.. open.Select(heading => heading.Words)], blocks));
        blocks = [];
    }

    // A heading that closes unused has nothing below it: it is kept as text, together with such neighbours.
    private void CloseDownTo(int level)
    {
        while (open.Count > 0 && open[^1].Level >= level)
        {
            var (_, _, start, end, used) = open[^1];
            open.RemoveAt(open.Count - 1);
            if (!used)
                Keep(new Block(start, end, null));
        }
    }

    private void Keep(Block heading)
    {
        var above = open.Select(each => each.Words).ToList();
        if (sections.Count > 0 && sections[^1] is var last && last.Blocks[^1].End == heading.Start && last.Headings.SequenceEqual(above, StringComparer.Ordinal)
            && last.Blocks[^1].Article is null)
            sections[^1] = last with { Blocks = [.. last.Blocks, heading] };
        else
            sections.Add(new Section(above, [heading]));
    }
}
