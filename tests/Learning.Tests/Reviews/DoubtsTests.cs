using Learning.Plans;

namespace Learning.Tests.Reviews;

public sealed class DoubtsTests
{
    private static readonly DateOnly Monday = new(2027, 1, 4);

    [Fact]
    public void A_lesson_that_moved_is_a_change_and_one_that_stayed_is_none()
    {
        var before = new[] { Item(1, 8), Item(2, 9), Item(3, 10) };

        Assert.Equal(0, PlanDoubts.ShareChanged(before, before));
        Assert.Equal(0.5, PlanDoubts.ShareChanged([Item(1, 8), Item(2, 9), Item(3, 11)], before));
        Assert.Equal(1, PlanDoubts.ShareChanged([Item(4, 8)], before));
        Assert.Null(PlanDoubts.Change(before, before));
        Assert.Equal("50", PlanDoubts.Change([Item(1, 8), Item(2, 9), Item(3, 11)], before)!.Values["percent"]);
    }

    [Theory]
    [InlineData("周末要值班，请换到平日", "Saturday 00:00-00:00;Sunday 00:00-00:00")]
    [InlineData("他周三晚上七点到九点要上班", "Wednesday 19:00-21:00")]
    [InlineData("He is not free on Sundays", "Sunday 00:00-00:00")]
    [InlineData("这门课他上月刚听过", "")]
    [InlineData("周三晚上别太赶", "")]
    public void A_reason_rules_out_the_times_it_names(string reason, string times) => Assert.Equal(
        times, string.Join(';', ReturnTerms.Of(reason, [], null).NotFree.Select(time => FormattableString.Invariant($"{time.Day} {time.From:HH:mm}-{time.To:HH:mm}"))));

    private static StoredPlanItem Item(int material, int hour) => new(new Guid(material, 0, 0, new byte[8]), Monday, new TimeOnly(hour, 0), 10, Mode.Read, 0.2m, []);
}
