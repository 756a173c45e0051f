using Learning.Members.Occupations;

namespace Learning.Tests.Members.Occupations;

public sealed class OccupationTitleTests
{
    [Theory]
    [InlineData("高级行政专员（五险一金）", "行政专员", "", "")]
    [InlineData("测试工程师（电子产品）", "测试工程师", "", "电子产品")]
    [InlineData("行政专员/前台", "行政专员", "前台", "")]
    [InlineData("渠道/分销经理", "渠道经理", "分销经理", "")]
    [InlineData("【急招】快递员 8-12K 包吃住", "快递员", "", "")]
    [InlineData("上海 Java开发", "java开发", "", "")]
    [InlineData("区域销售经理-华东", "区域销售经理", "", "")]
    [InlineData("C++开发工程师", "c++开发工程师", "", "")]
    [InlineData("1688运营", "1688运营", "", "")]
    [InlineData("Senior Software Engineer", "software engineer", "", "")]
    [InlineData("会计（未闭合的括号", "会计", "", "未闭合的括号")]
    [InlineData("（司机）", "司机", "", "")]
    [InlineData("\ud83d", "", "", "")]
    public void A_title_is_taken_apart(string said, string head, string rest, string aside) =>
        Assert.Equal(new OccupationTitle(head, rest, aside), OccupationTitle.Of(said));
}
