using Learning.Members.Occupations;

namespace Learning.Tests.Members.Occupations;

public sealed class OccupationMatcherTests
{
    private static readonly OccupationMatcher Matcher = new();

    [Theory]
    [InlineData("网约配送员", "4-10-08-01")]
    [InlineData("送外卖的", "4-10-08-01")]
    [InlineData("快递员", "4-02-07-08")]
    [InlineData("收银员", "4-01-02-04")]
    [InlineData("退休", "retired")]
    [InlineData("retired", "retired")]
    [InlineData("英语老师", "2-08-00-00")]
    [InlineData("高级Java开发工程师（双休+五险一金）", "2-02-10-03")]
    [InlineData("急招 外卖骑手 日结", "4-10-08-01")]
    [InlineData("我是网约车司机", "4-02-02-01")]
    [InlineData("Truck Driver", "4-02-02-02")]
    public void Everyday_names_are_known_for_sure(string said, string code)
    {
        var match = Matcher.Match(said, 5);

        Assert.Equal(code, match.Candidates[0].Occupation.Code);
        Assert.True(match.IsConfident);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("😀😀")]
    [InlineData("'; DROP TABLE members; --")]
    [InlineData("帮忙的")]
    public void What_says_nothing_is_never_taken_for_sure(string said) => Assert.False(Matcher.Match(said, 5).IsConfident);

    [Theory]
    [InlineData("铁路货运押车的人", 0)]
    [InlineData("销售/客服/文员", 0)]
    [InlineData("ios", 0)]
    public void What_may_mean_several_things_is_left_to_a_person(string said, int fewest)
    {
        var match = Matcher.Match(said, 5);

        Assert.False(match.IsConfident);
        Assert.True(match.Candidates.Count > fewest);
    }

    [Fact]
    public void A_name_that_is_not_known_is_found_by_its_words()
    {
        var without = OccupationMatcher.Without(new HashSet<string>(StringComparer.Ordinal) { "网约配送员", "外卖配送员" }, []);

        Assert.Contains(without.Match("外卖配送员", 5).Candidates, candidate => candidate.Occupation.Code == "4-10-08-01");
    }

    [Fact]
    public void A_very_long_text_is_answered_like_any_other() => Assert.False(Matcher.Match(new string('骑', 10_000), 5).IsConfident);

    [Fact]
    public void Candidates_come_with_scores_best_first()
    {
        var scores = Matcher.Match("货车司机助理", 5).Candidates.Select(candidate => candidate.Score).ToList();

        Assert.NotEmpty(scores);
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.All(scores, score => Assert.InRange(score, 0, 1));
    }
}
