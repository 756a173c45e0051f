using CsCheck;
using Learning.Indexing.Words;

namespace Learning.Tests.Indexing;

public sealed class TermsTests
{
    [Fact]
    public void Chinese_is_read_as_pairs_and_single_characters() =>
        Assert.Equal([Term.Single('劳'), Term.Pair('劳', '动'), Term.Single('动'), Term.Pair('动', '法'), Term.Single('法')], Read("劳动法"));

    [Fact]
    public void A_pair_does_not_reach_over_a_mark() =>
        Assert.Equal([Term.Single('劳'), Term.Single('动')], Read("劳，动"));

    [Theory]
    [InlineData("Learning", "learned")]
    [InlineData("café", "CAFÉ")]
    [InlineData("ｉＰｈｏｎｅ１５", "iphone15")]
    [InlineData("ﬁre", "fire")]
    [InlineData("C++", "c++")]
    [InlineData("safety", "safeties")]
    [InlineData("２０２６年", "2026年")]
    public void Spellings_of_one_word_meet(string left, string right) => Assert.Equal(Read(left), Read(right));

    [Theory, InlineData("C#", "C"), InlineData("C++", "C#"), InlineData("劳动", "动劳"), InlineData("ab", "ba")]
    public void Different_words_stay_apart(string left, string right) => Assert.NotEqual(Read(left), Read(right));

    [Theory, InlineData(""), InlineData(" ,。！—"), InlineData("\uD800"), InlineData("\0\uFFFF")]
    public void What_is_no_word_is_no_term(string text) => Assert.Empty(Read(text));

    [Fact]
    public void Any_text_can_be_read() => Gen.String.Sample(text => Read(text).Length <= (text.Length * 36) + 1);

    [Fact]
    public void Function_words_count_only_when_there_is_nothing_else()
    {
        Assert.Equal(Read("accident"), QueryTerms.Of("what to do in an accident").Select(term => term.Term));
        Assert.NotEmpty(QueryTerms.Of("to be or not to be"));
    }

    [Fact]
    public void A_question_says_pairs_louder_than_single_characters() =>
        Assert.Equal([(Term.Single('税'), 1f), (Term.Pair('税', '税'), 1f)], QueryTerms.Of("税税"));

    [Fact]
    public void A_pasted_page_is_cut_to_a_question() =>
        Assert.Equal(256, QueryTerms.Of(string.Concat(Enumerable.Range(0x4E00, 5_000).Select(character => (char)character))).Count);

    private static ulong[] Read(string text) => [.. new TermReader().Read(text)];
}
