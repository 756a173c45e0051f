namespace Learning.Tests;

public sealed class SentenceTests
{
    [Theory]
    [InlineData("0", "0 lessons are left.")]
    [InlineData("1", "1 lesson is left.")]
    [InlineData("1.0", "1.0 lesson is left.")]
    [InlineData("2", "2 lessons are left.")]
    [InlineData("11", "11 lessons are left.")]
    [InlineData("1,001", "1,001 lessons are left.")]
    [InlineData("1.5", "1.5 lessons are left.")]
    [InlineData("no", "no lessons are left.")]
    public void A_word_goes_with_its_number(string number, string told) =>
        Assert.Equal(told, Sentence.Fill("{n} {n:lesson is|lessons are} left.", "en", name => name == "n" ? number : null));

    [Theory]
    [InlineData("2026-09-04", "en", "by 4 Sep 2026")]
    [InlineData("2026-11-24", "zh", "by 2026年11月24日")]
    [InlineData("2026-11-24 07:05", "en", "by 24 Nov 2026 07:05")]
    [InlineData("2026-11-24 07:05", "zh", "by 2026年11月24日 07:05")]
    [InlineData("", "en", "by ")]
    [InlineData("2026-13-24", "en", "by 2026-13-24")]
    public void A_day_is_written_as_people_write_it(string kept, string language, string told) => Assert.Equal(told, Sentence.Fill("by {day:day}", language, _ => kept));

    [Fact]
    public void What_a_value_holds_in_braces_stays_and_so_does_a_place_without_a_value() =>
        Assert.Equal("{by} {b:x|y} and {c}", Sentence.Fill("{a} and {c}", "en", name => name == "a" ? "{by} {b:x|y}" : null));
}
