using Learning.Plans.Checking;
using Learning.Plans.Constructing;
using Learning.Plans.Solving;

namespace Learning.Tests.Architecture;

public class CheckerTests
{
    [Fact]
    public void The_checker_of_plans_shares_no_code_with_the_planner()
    {
        var checking = Of(typeof(PlanChecker).Namespace!);
        Assert.True(checking.Length > 5);
        Assert.DoesNotContain(checking.SelectMany(ReferencedTypes.Of), type => IsIn(type, typeof(ConstructivePlanner).Namespace!) || IsIn(type, typeof(PlanSolver).Namespace!));
    }

    [Fact]
    public void The_planner_does_not_lean_on_the_checker() =>
        Assert.DoesNotContain(Of(typeof(ConstructivePlanner).Namespace!).Concat(Of(typeof(PlanSolver).Namespace!)).SelectMany(ReferencedTypes.Of), type => IsIn(type, typeof(PlanChecker).Namespace!));

    [Fact]
    public void A_reference_is_seen_where_there_is_one() =>
        Assert.Contains(typeof(PlanChecker), ReferencedTypes.Of(typeof(CheckerTests)));

    private static Type[] Of(string room) => [.. typeof(PlanChecker).Assembly.GetTypes().Where(type => IsIn(type, room))];

    private static bool IsIn(Type type, string room) => type.Namespace == room || type.Namespace?.StartsWith(room + ".", StringComparison.Ordinal) == true;
}
