using Learning.Materials;

namespace Learning.Tests.Materials;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("先停车。再打电话！谁的错？先拍照；再挪车。", 5)]
    [InlineData("他说：“不去。”然后走了。", 2)]
    [InlineData("Stop first. Then call 120! Who pays? Take photos.", 4)]
    [InlineData("See Art. 5 of the law, e.g. the part on wages. Mr. J. Smith pays 3.5 times.", 2)]
    [InlineData("1. Wash your hands.", 1)]
    [InlineData("no end", 1)]
    [InlineData("", 0)]
    public void A_text_falls_into_its_sentences(string text, int count)
    {
        var sentences = Sentences.Of(text).ToList();

        Assert.Equal(count, sentences.Count);
        Assert.Equal(text, string.Concat(sentences));
    }
}
