using Learning.Materials;

namespace Learning.Tests.Materials;

/// <summary>The lessons that ship with the project, read by the readers that will read them at first start.</summary>
public sealed class SeedLessons
{
    private static readonly IReadOnlyList<FolderItem> Items = [.. MaterialFolder.Walk(DataFolder.Find("data/seed/materials"))];

    [Fact]
    public void Every_lesson_is_read() => Assert.All(Items, item => Assert.True(item.Skipped is null && item.Results.All(result => result.Problem is null), $"{item.File}: {item.Skipped} {string.Join(" ", item.Results.Select(result => result.Problem))}"));

    [Fact]
    public void Every_lesson_tells_its_own_fields_and_brings_questions() => Assert.All(Items, item =>
    {
        var lesson = Assert.Single(item.Results).Material!;
        Assert.Empty(lesson.Estimated);
        Assert.NotEmpty(lesson.Questions);
        Assert.All(lesson.Questions, question => Assert.NotEmpty(question.Evidence));
    });

    [Fact]
    public void The_told_language_is_the_detected_one() => Assert.All(Items, item =>
        Assert.Equal(item.Results[0].Material!.Language, LanguageOf.Text(item.Results[0].Material!.Text)));

    [Fact]
    public void Prerequisites_are_lessons_that_are_there()
    {
        var keys = Items.SelectMany(item => item.Results).Select(result => result.Material!.Key).ToHashSet(StringComparer.Ordinal);

        Assert.All(Items, item => Assert.Subset(keys, item.Results[0].Material!.Prerequisites.ToHashSet(StringComparer.Ordinal)));
    }

    [Fact]
    public void No_two_lessons_are_twins()
    {
        var sides = Items.Select((item, i) => new TwinSide(new Guid(i + 1, 0, 0, new byte[8]), item.Results[0].Material!.Title, item.Results[0].Material!.Summary, item.Results[0].Material!.Text)).ToList();

        Assert.All(sides, side => Assert.Empty(NearDuplicates.Find(side, sides)));
    }
}
