using CsCheck;
using Learning.Materials;

namespace Learning.Tests.Materials;

public sealed class ChunkerProperties
{
    private static readonly string[] Pieces =
    [
        "# 标题", "## 第一章　总则", "###### deep", "**第一条**　", "第二十条之一　", "Article 5. ", "- item", "1. one", "| a | b |", "```", "> 引用", "=====", "第三节　小节",
        "骑手", "先停车。", "再打电话！", "Mr. Smith said no. ", "word ", "，", "；", "\n", "\n\n", "\n\n\n", " ", "　", "😀", "👩‍👩‍👧", "e\u0301", "\t", "﷽", "中文 and English，混排。",
    ];

    private static readonly Gen<string> Texts =
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).List[0, 60].Select(Gen.Int[1, 40], (pieces, times) => string.Concat(pieces.Select((piece, i) => i % 7 == 3 ? string.Concat(Enumerable.Repeat(piece, times)) : piece)));

    [Fact]
    public void Nothing_is_lost_and_nothing_is_said_twice() => Texts.Sample(
        text =>
        {
            var chunks = Chunker.Cut("", text, "zh");
            var words = string.Concat(chunks.Select(chunk => chunk.Text));
            var headings = string.Concat(chunks.Select(chunk => chunk.Heading));
            Assert.All(chunks, chunk => Assert.False(string.IsNullOrWhiteSpace(chunk.Text)));
            Assert.True(IsInOrder(words, text), "The chunks hold the text's characters in their order.");
            Assert.All(Lines(text).Where(line => !Bare(words).Contains(Bare(line), StringComparison.Ordinal)), line =>
                Assert.True(IsInOrder(line.Trim('#', ' ').Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal), headings) || line.Length > 90, $"Lost: {line}"));
        },
        iter: 2_000);

    [Fact]
    public void Without_headings_the_chunks_are_the_text() => Texts.Sample(
        text =>
        {
            var plain = text.Replace("#", "", StringComparison.Ordinal).Replace("=", "", StringComparison.Ordinal).Replace('章', '条').Replace('节', '条');
            Assert.Equal(Bare(plain), Bare(string.Concat(Chunker.Cut("", plain, "zh").Select(chunk => chunk.Text))));
        },
        iter: 2_000);

    [Fact]
    public void Every_chunk_fits() => Texts.Sample(
        text => Assert.All(Chunker.Cut("题目", text, "zh"), chunk => Assert.True(chunk.Text.EnumerateRunes().Count(rune => rune.Value >= 0x2E80 && !System.Text.Rune.IsWhiteSpace(rune)) <= 450)),
        iter: 500);

    [Fact]
    public void No_character_is_torn() => Texts.Sample(
        text => Assert.All(Chunker.Cut("T", text, "en"), chunk => Assert.DoesNotContain('\uFFFD', chunk.Text.EnumerateRunes().Select(rune => rune.Value is 0xFFFD ? '\uFFFD' : 'x'))),
        iter: 500);

    [Fact]
    public void The_same_text_gives_the_same_chunks() =>
        Texts.Sample(text => Assert.Equal(Chunker.Cut("T", text, "zh"), Chunker.Cut("T", text, "zh")), iter: 100);

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.Trim()).Where(line => Bare(line).Length > 0 && line.Trim('#', ' ', '=', '\t', '　').Length > 0);

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static bool IsInOrder(string part, string whole)
    {
        var at = 0;
        foreach (var c in part.Where(c => !char.IsWhiteSpace(c)))
        {
            at = whole.IndexOf(c, at) + 1;
            if (at == 0)
                return false;
        }

        return true;
    }
}
