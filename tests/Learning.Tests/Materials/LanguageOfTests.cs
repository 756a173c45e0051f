using Learning.Materials;

namespace Learning.Tests.Materials;

public sealed class LanguageOfTests
{
    [Theory]
    [InlineData("骑手每天出车前检查刹车。", "zh")]
    [InlineData("Check the brakes before you ride.", "en")]
    [InlineData("使用 Microsoft PowerPoint 制作演示文稿", "zh")]
    [InlineData("用 Excel、WPS、App 记账，三步就够", "zh")]
    [InlineData("Article 44 of the Labour Law (《中华人民共和国劳动法》第四十四条) says how overtime on rest days and holidays is to be paid by an employer who cannot give time off.", "en")]
    [InlineData("１２３ ！？", "zh")]
    [InlineData("", "zh")]
    public void A_text_is_in_the_language_of_most_that_is_read(string text, string language) =>
        Assert.Equal(language, LanguageOf.Text(text));

    [Fact]
    public void A_text_without_letters_takes_the_other_answer_when_told() => Assert.Equal("en", LanguageOf.Text("12 : 30", "en"));

    [Theory]
    [InlineData("zh-CN", "zh")]
    [InlineData("zh_Hans", "zh")]
    [InlineData("ZH", "zh")]
    [InlineData("Chinese", "zh")]
    [InlineData("中文", "zh")]
    [InlineData(" en-US ", "en")]
    [InlineData("English", "en")]
    [InlineData("英语", "en")]
    [InlineData("fr", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_language_is_told_in_many_ways(string? said, string? language) => Assert.Equal(language, LanguageOf.Told(said));
}
