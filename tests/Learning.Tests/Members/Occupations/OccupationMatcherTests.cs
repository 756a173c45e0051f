using Learning.Members.Occupations;

namespace Learning.Tests.Members.Occupations;

public sealed class OccupationMatcherTests
{
    [Theory]
    [InlineData("网约配送员", "4-10-08-01")]
    [InlineData("送外卖的", "4-10-08-01")]
    [InlineData("快递员", "4-02-07-08")]
    [InlineData("收银员", "4-01-02-04")]
    [InlineData("退休", "retired")]
    [InlineData("retired", "retired")]
    public void Everyday_names_are_known_for_sure(string said, string code)
    {
        var match = OccupationMatcher.Match(said, 5);

        Assert.Equal(code, match.Candidates[0].Occupation.Code);
        Assert.True(match.IsConfident);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("😀😀")]
    [InlineData("'; DROP TABLE members; --")]
    [InlineData("帮忙的")]
    public void What_says_nothing_is_never_taken_for_sure(string said) => Assert.False(OccupationMatcher.Match(said, 5).IsConfident);

    [Fact]
    public void A_very_long_text_is_answered_like_any_other() => Assert.False(OccupationMatcher.Match(new string('骑', 10_000), 5).IsConfident);

    [Fact]
    public void Candidates_come_with_scores_best_first()
    {
        var scores = OccupationMatcher.Match("货车司机助理", 5).Candidates.Select(candidate => candidate.Score).ToList();

        Assert.NotEmpty(scores);
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.All(scores, score => Assert.InRange(score, 0, 1));
    }
}
