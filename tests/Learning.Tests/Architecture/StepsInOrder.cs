using NetArchTest.Rules;

namespace Learning.Tests.Architecture;

/// <summary>The folders of the engine stand in the order in which data flows: a step may use earlier steps, never later ones.</summary>
public sealed class StepsInOrder
{
    private static readonly string[] Steps =
    [
        "Members", "Rules", "Materials", "Records", "Embeddings", "Indexing", "Candidates", "Ranking", "Plans", "Reviews", "Evaluation", "Retraining",
    ];

    public static TheoryData<string> AllSteps() => [.. Steps];

    [Theory]
    [MemberData(nameof(AllSteps))]
    public void A_step_uses_no_later_step(string step)
    {
        var later = Steps.SkipWhile(name => name != step).Skip(1).Select(name => "Learning." + name).ToArray();

        var result = Types.InAssembly(typeof(LearningServices).Assembly)
            .That().ResideInNamespaceStartingWith("Learning." + step)
            .ShouldNot().HaveDependencyOnAny(later)
            .GetResult();

        Assert.True(later.Length == 0 || result.IsSuccessful, $"{step} uses a later step in: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }

    [Fact]
    public void Every_step_has_types_to_hold_to_the_order() =>
        Assert.All(Steps.Where(step => step != "Evaluation"), step => Assert.NotEmpty(
            Types.InAssembly(typeof(LearningServices).Assembly).That().ResideInNamespaceStartingWith("Learning." + step).GetTypes()));

    [Fact]
    public void The_engine_knows_no_web_and_no_page() =>
        Assert.DoesNotContain(
            typeof(LearningServices).Assembly.GetReferencedAssemblies(),
            reference => reference.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
}
