using Learning.Candidates;
using Learning.Tests.Drivers;

namespace Learning.Tests.Candidates;

public sealed class FunnelTests
{
    private readonly Shelf _shelf = new Shelf()
        .Holds("急救入门")
        .Holds("心肺复苏", after: "急救入门")
        .Holds("急救入门（网页版）", twinOf: "急救入门")
        .Holds("货车盲区", occupation: "4-02-02-02")
        .Holds("骑手头盔", occupation: "4-10-08")
        .Holds("手机大字", age: "65-plus")
        .Holds("旧规定", withdrawn: true)
        .Holds("去年的政策", until: new DateOnly(2025, 12, 31))
        .Holds("明年的政策", from: new DateOnly(2027, 1, 1))
        .Holds("别家的课", organisation: "elsewhere");

    [Theory]
    [InlineData("旧规定", "withdrawn")]
    [InlineData("去年的政策", "expired")]
    [InlineData("明年的政策", "not-yet-valid")]
    [InlineData("别家的课", "other-organisation")]
    [InlineData("货车盲区", "audience-occupation")]
    [InlineData("手机大字", "audience-age")]
    [InlineData("心肺复苏", "prerequisite-missing")]
    [InlineData("急救入门", null)]
    [InlineData("骑手头盔", null)]
    public void It_says_why_something_is_not_for_a_courier_of_thirty(string title, string? rule) =>
        Assert.Equal(rule, Funnel.WhyNot(_shelf[title], _shelf.Asks(_shelf.Somebody()))?.Rule);

    [Fact]
    public void A_lesson_done_is_done_in_every_wrapper() =>
        Assert.Equal("done", Funnel.WhyNot(_shelf["急救入门（网页版）"], _shelf.Asks(_shelf.Somebody(did: ["急救入门"])))?.Rule);

    [Fact]
    public void What_comes_first_opens_what_comes_after() =>
        Assert.Null(Funnel.WhyNot(_shelf["心肺复苏"], _shelf.Asks(_shelf.Somebody(did: ["急救入门（网页版）"]))));

    [Fact]
    public void A_plan_may_put_the_prerequisite_first() =>
        Assert.Null(Funnel.WhyNot(_shelf["心肺复苏"], _shelf.Asks(_shelf.Somebody()) with { PrerequisitesMayFollow = true }));

    [Fact]
    public void What_somebody_does_not_want_stays_away() =>
        Assert.Equal("dismissed", Funnel.WhyNot(_shelf["急救入门"], _shelf.Asks(_shelf.Somebody(dismissed: ["急救入门"])))?.Rule);

    [Fact]
    public void Without_a_person_nothing_is_shown_that_is_only_for_some()
    {
        var off = _shelf.Asks(person: null);

        Assert.Equal("audience-occupation", Funnel.WhyNot(_shelf["骑手头盔"], off)?.Rule);
        Assert.Null(Funnel.WhyNot(_shelf["急救入门"], off));
    }
}
