using Learning.Embeddings.Onnx;

namespace Learning.Tests.Embeddings;

public sealed class TokensMatchTheReference
{
    [Theory, InlineData("zh", 242), InlineData("en", 115)]
    public void Every_golden_text_gets_the_ids_of_the_reference(string language, int texts)
    {
        var tokens = BertTokens.Read(Path.Combine(GoldenText.Folder(language), "vocab.txt"));
        var golden = GoldenText.Of(language);

        Assert.Equal(texts, golden.Count);
        Assert.All(golden, row => Assert.Equal(row.Ids, tokens.Of(row.Text)));
    }

    [Theory, InlineData("zh", 101, 102), InlineData("en", 101, 102)]
    public void Names_of_special_tokens_inside_a_text_are_plain_text(string language, int start, int end)
    {
        var tokens = BertTokens.Read(Path.Combine(GoldenText.Folder(language), "vocab.txt"));

        var ids = tokens.Of("[CLS] one [SEP] two [PAD] three [MASK] four [UNK]");

        Assert.Equal(start, ids[0]);
        Assert.Equal(end, ids[^1]);
        Assert.DoesNotContain(ids[1..^1], id => id is 0 or 100 or 101 or 102 or 103);
    }

    [Theory, InlineData(""), InlineData(" \u3000\t\r\n"), InlineData("\0\u0007\u200B\uFEFF"), InlineData("\uD800"), InlineData("\uDC00\uD800\uFFFD")]
    public void A_text_without_a_visible_character_is_two_tokens(string text) =>
        Assert.Equal([101, 102], BertTokens.Read(Path.Combine(GoldenText.Folder("zh"), "vocab.txt")).Of(text));

    [Fact]
    public void A_long_text_is_cut_so_that_its_end_mark_stays()
    {
        var ids = BertTokens.Read(Path.Combine(GoldenText.Folder("zh"), "vocab.txt")).Of(new string('学', 100_000));

        Assert.Equal(512, ids.Length);
        Assert.Equal(102, ids[^1]);
    }
}
