using Learning.Materials;

namespace Learning.Tests.Materials;

public sealed class ReadingTimeTests
{
    [Fact]
    public void Chinese_is_read_at_255_characters_a_minute() => Assert.Equal(4, ReadingTime.Minutes(new string('学', 4 * 255)));

    [Fact]
    public void English_is_read_at_238_words_a_minute() => Assert.Equal(2, ReadingTime.Minutes(string.Concat(Enumerable.Repeat("word ", 2 * 238))));

    [Fact]
    public void Two_questions_take_a_minute() => Assert.Equal(5, ReadingTime.Minutes(new string('学', 4 * 255), questions: 2));

    [Fact]
    public void Nothing_takes_less_than_a_minute_or_more_than_ten_hours()
    {
        Assert.Equal(1, ReadingTime.Minutes(""));
        Assert.Equal(600, ReadingTime.Minutes(new string('学', 2_000_000)));
    }

    [Theory]
    [InlineData(45, "1.0")]
    [InlineData(1, "0.0")]
    [InlineData(10, "0.2")]
    [InlineData(600, "13.3")]
    public void Forty_five_minutes_are_one_credit_hour(int minutes, string hours) =>
        Assert.Equal(decimal.Parse(hours, System.Globalization.CultureInfo.InvariantCulture), ReadingTime.CreditHours(minutes));
}
