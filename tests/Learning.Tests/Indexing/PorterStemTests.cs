using CsCheck;
using Learning.Indexing.Words;

namespace Learning.Tests.Indexing;

public sealed class PorterStemTests
{
    // The examples of the paper, after all steps.
    [Theory]
    [InlineData("caresses", "caress"), InlineData("ponies", "poni"), InlineData("cats", "cat"), InlineData("feed", "feed"), InlineData("agreed", "agre")]
    [InlineData("plastered", "plaster"), InlineData("bled", "bled"), InlineData("motoring", "motor"), InlineData("sing", "sing"), InlineData("conflated", "conflat")]
    [InlineData("troubled", "troubl"), InlineData("sized", "size"), InlineData("hopping", "hop"), InlineData("falling", "fall"), InlineData("hissing", "hiss")]
    [InlineData("filing", "file"), InlineData("happy", "happi"), InlineData("sky", "sky"), InlineData("relational", "relat"), InlineData("conditional", "condit")]
    [InlineData("digitizer", "digit"), InlineData("operator", "oper"), InlineData("hopefulness", "hope"), InlineData("electrical", "electr"), InlineData("adjustment", "adjust")]
    [InlineData("adoption", "adopt"), InlineData("controll", "control"), InlineData("roll", "roll"), InlineData("rate", "rate"), InlineData("generalizations", "gener")]
    public void The_examples_of_the_paper_hold(string word, string stem) => Assert.Equal(stem, Stem(word));

    [Fact]
    public void Any_word_has_a_stem_that_is_not_longer() =>
        Gen.Char['a', 'z'].Array[1, 64].Sample(word => Stem(new string(word)).Length is > 0 and var length && length <= word.Length);

    private static string Stem(string word)
    {
        var letters = word.ToCharArray();
        return new string(letters, 0, PorterStem.Of(letters));
    }
}
