using Learning.Plans.Words;
using Learning.Plans.Words.Models;

namespace Learning.Tests.Plans.Words;

public sealed class WordsTemplateTests
{
    public static TheoryData<WordsKind, string> Everything() =>
    [
        .. from kind in Enum.GetValues<WordsKind>() from language in new[] { "zh", "en" } select (kind, language),
    ];

    [Theory]
    [MemberData(nameof(Everything))]
    public void The_house_holds_its_own_sentences_to_the_check_for_models(WordsKind kind, string language)
    {
        var facts = FactsStory.In(language);
        Guid? about = kind == WordsKind.Why ? FactsStory.Rain : null;

        var told = WordsTemplate.Of(kind, facts, about);

        Assert.False(told.AiGenerated);
        Assert.All(told.Sentences, sentence => Assert.DoesNotContain('{', sentence.Text));
        Assert.Null(WordsCheck.FaultOf(told.Sentences, facts, about));
    }

    [Fact]
    public void A_letter_says_when_it_begins_what_it_brings_and_what_does_not_fit()
    {
        var text = WordsTemplate.Of(WordsKind.Letter, FactsStory.In("zh"), null).Text;

        Assert.Contains("2 课，共 65 分钟，可得 1.5 学时", text, StringComparison.Ordinal);
        Assert.Contains("2027年1月4日（周一）20:30 的《雨天骑行三件事》", text, StringComparison.Ordinal);
        Assert.Contains("还差 3 学时", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_names_the_reason_the_date_and_what_needs_it()
    {
        var text = WordsTemplate.Of(WordsKind.Why, FactsStory.In("en"), FactsStory.Rain).Text;

        Assert.Contains("Made for people in your occupation", text, StringComparison.Ordinal);
        Assert.Contains("asked for by 15 Jan 2027", text, StringComparison.Ordinal);
        Assert.Contains("comes before “Cold chain and milk”", text, StringComparison.Ordinal);
    }
}
