using Learning.Materials;

namespace Learning.Tests.Materials;

public sealed class ChunkerTests
{
    private const string Charter = """
        # 同行者学习协会章程（虚构）

        2024年3月1日第一届会员大会通过

        ## 第一章　总则

        **第一条**　为了让会员相互帮助、共同学习，制定本章程。

        **第二条**　本会是会员自愿组成的学习组织。

        ## 第二章　会员

        **第三条**　凡承认本章程的劳动者，均可申请入会。

        会员可以随时退会。
        """;

    [Fact]
    public void A_chunk_never_crosses_a_heading()
    {
        var chunks = Chunker.Cut("", "# A\n\none\n\n## B\n\ntwo\n\n# C\n\nthree", "en");

        Assert.Equal([("A", "one"), ("A › B", "two"), ("C", "three")], chunks.Select(chunk => (chunk.Heading, chunk.Text)));
    }

    [Fact]
    public void The_title_is_the_outermost_heading_and_is_not_said_twice()
    {
        var chunks = Chunker.Cut("同行者学习协会章程（虚构）", Charter, "zh");

        Assert.Equal("同行者学习协会章程（虚构）", chunks[0].Heading);
        Assert.Equal("同行者学习协会章程（虚构） › 第二章 会员 › 第三条", chunks[^1].Heading);
    }

    [Fact]
    public void Very_short_articles_of_one_section_share_a_chunk_that_names_them_all() =>
        Assert.Contains(Chunker.Cut("章程", Charter, "zh"), chunk => chunk.Heading.EndsWith("第一条、第二条", StringComparison.Ordinal) && chunk.Text.Contains("自愿组成", StringComparison.Ordinal));

    [Fact]
    public void An_article_keeps_all_its_paragraphs() =>
        Assert.EndsWith("会员可以随时退会。", Chunker.Cut("章程", Charter, "zh")[^1].Text, StringComparison.Ordinal);

    [Fact]
    public void Articles_that_are_not_short_stand_alone()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 5).Select(i => $"第{"一二三四五"[i - 1]}条　{new string('文', 150)}。"));

        var chunks = Chunker.Cut("规定", text, "zh");

        Assert.Equal(["规定 › 第一条", "规定 › 第二条", "规定 › 第三条", "规定 › 第四条", "规定 › 第五条"], chunks.Select(chunk => chunk.Heading));
    }

    [Fact]
    public void An_article_is_cut_only_when_it_alone_is_too_long_and_each_piece_names_it()
    {
        var text = "第一条　" + string.Concat(Enumerable.Repeat("每一句话都有十二个字左右。", 60)) + "\n\n第二条　短。";

        var chunks = Chunker.Cut("规定", text, "zh");

        Assert.Equal(3, chunks.Count);
        Assert.All(chunks.Take(2), chunk => Assert.Equal(("规定 › 第一条", '。'), (chunk.Heading, chunk.Text[^1])));
        Assert.Equal("规定 › 第二条", chunks[2].Heading);
    }

    [Fact]
    public void Articles_and_chapters_are_known_without_markdown()
    {
        var chunks = Chunker.Cut("规定", $"第一章　总则\n第一条　{new string('甲', 210)}\n第二条　乙乙乙\n第二章　附则\n第一百零三条之一　丙丙丙", "zh");

        Assert.Equal(["规定 › 第一章 总则 › 第一条", "规定 › 第一章 总则 › 第二条", "规定 › 第二章 附则 › 第一百零三条之一"], chunks.Select(chunk => chunk.Heading));
    }

    [Fact]
    public void A_sentence_that_only_mentions_an_article_begins_none() =>
        Assert.Equal("课", Chunker.Cut("课", "第四十四条规定了加班费。\n\nArticle 44 of the law says how much.", "zh").Single().Heading);

    [Fact]
    public void Long_english_paragraphs_end_at_sentences_and_not_at_abbreviations()
    {
        var text = string.Concat(Enumerable.Repeat("Mr. Smith rides e.g. a bicycle to work every single day of the year. ", 60));

        var chunks = Chunker.Cut("Riding", text, "en");

        Assert.True(chunks.Count > 1);
        Assert.All(chunks, chunk => Assert.EndsWith("year.", chunk.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_heading_with_nothing_below_is_kept_as_text()
    {
        var chunks = Chunker.Cut("书", "# 书\n\n目录\n\n## 第一章 甲\n\n## 第二章 乙\n\n# 后记\n\n正文", "zh");

        Assert.Contains(chunks, chunk => chunk.Text.Contains("第一章 甲", StringComparison.Ordinal));
        Assert.Contains(chunks, chunk => chunk.Text.Contains("第二章 乙", StringComparison.Ordinal));
    }

    [Fact]
    public void A_heading_sign_in_a_code_fence_is_code() =>
        Assert.Equal("T", Chunker.Cut("T", "```\n# not a heading\n\nrun\n```", "en").Single().Heading);

    [Fact]
    public void A_megabyte_on_one_line_without_punctuation_is_cut()
    {
        var chunks = Chunker.Cut("T", new string('字', 1_000_000), "zh");

        Assert.Equal(1_000_000, chunks.Sum(chunk => chunk.Text.Length));
        Assert.All(chunks, chunk => Assert.InRange(chunk.Text.Length, 1, 450));
    }

    [Fact]
    public void A_text_without_words_gives_its_title() => Assert.Equal([new TextChunk("T", "T")], Chunker.Cut("T", " \n\n ", "en"));

    [Fact]
    public void Long_headings_leave_room_for_themselves()
    {
        var heading = new string('题', 90);
        var chunks = Chunker.Cut(heading, $"## {new string('章', 90)}\n\n{new string('字', 3000)}", "zh");

        Assert.All(chunks, chunk => Assert.True(chunk.Heading.Length + chunk.Text.Length <= 512));
    }
}
