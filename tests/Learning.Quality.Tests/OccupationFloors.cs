using Learning.Embeddings;
using Learning.Evaluation;
using Learning.Members.Occupations;

namespace Learning.Quality.Tests;

/// <summary>Job titles as recruiters and people write them find their code. The half that judges was written for judging and is used for nothing else.</summary>
public sealed class OccupationFloors
{
    [Fact]
    public void Job_titles_in_both_languages_find_their_code()
    {
        using var models = EmbeddingServices.Create(new EmbeddingOptions());
        var report = OccupationEvaluation.Run(
            Path.Combine(DataFolder.Find("data/golden/occupations"), "test.csv"), new OccupationMatcher(OccupationSenses.Of(models)), null, TestContext.Current.CancellationToken);

        TestContext.Current.SendDiagnosticMessage($"{report}");
        Assert.True(report.First >= 0.9, $"{report}");
        Assert.True(report.AmongFive >= 0.95, $"{report}");
        Assert.True(report.TakenPrecision >= 0.95, $"{report}");
    }
}
