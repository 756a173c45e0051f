using System.Text.Json;
using Learning.Evaluation.Planning;

namespace Learning.Tests.Evaluation;

public class PlanEvaluationTests
{
    [Fact]
    public void The_same_seed_makes_the_same_problems_and_another_seed_others() => Assert.All(PlanInstances.Families, family =>
    {
        Assert.Equal(Json(family, 1), Json(family, 1));
        Assert.NotEqual(Json(family, 1), Json(family, 2));
    });

    [Fact]
    public void Plans_of_every_family_are_proven_close_to_the_best()
    {
        var report = new PlanEvaluation(TimeProvider.System).Run(new PlanEvaluationWish(12, 80, 6, 1, null, Compare: false), new Progress<int>(), TestContext.Current.CancellationToken);
        Assert.Equal((12, 1), (report.Instances, report.Checked));
        Assert.Equal(PlanInstances.Families, report.Families.Select(family => family.Family));
        Assert.True(report.Within2Percent >= 0.7, JsonSerializer.Serialize(report));
        Assert.Equal(1, report.Families.Single(family => family.Family == "infeasible").Infeasible);
    }

    [Fact]
    public void A_family_that_does_not_exist_is_refused_by_name() =>
        Assert.Equal("plan-family-unknown", Assert.Throws<BrokenRule>(() => PlanInstances.Of("easy", 0, 20, 4, 1)).Rule);

    private static string Json(string family, int seed) => JsonSerializer.Serialize(PlanInstances.Of(family, 0, 40, 6, seed));
}
