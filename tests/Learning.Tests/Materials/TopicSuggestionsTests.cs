using Learning.Materials;

namespace Learning.Tests.Materials;

public sealed class TopicSuggestionsTests
{
    [Theory]
    [InlineData("同行者学习协会章程管理办法", "会员大会选举代表。", "law,organisation")]
    [InlineData("骑行头盔怎么选", "头盔要合头。", "traffic-safety")]
    [InlineData("How to spot a phishing message", "A scam asks for a code.", "fraud-prevention")]
    [InlineData("今天的云", "天上有云。", "")]
    public void Words_of_title_and_text_suggest_topics(string title, string text, string topics) =>
        Assert.Equal(topics, string.Join(',', TopicSuggestions.For(title, text)));

    [Theory]
    [InlineData("中华人民共和国劳动法", true)]
    [InlineData("工会会计制度（试行）办法", true)]
    [InlineData("住房公积金管理条例（2019年修订）", true)]
    [InlineData("中华人民共和国民法典　第三编 合同", true)]
    [InlineData("Road Traffic Safety Law", true)]
    [InlineData("劳动法小课堂", false)]
    [InlineData("三分钟学会急救", false)]
    public void Titles_of_laws_are_known(string title, bool isLaw) => Assert.Equal(isLaw, TopicSuggestions.IsLaw(title));
}
