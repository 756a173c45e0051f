using Learning.Retraining;

namespace Learning.Tests.Retraining;

public sealed class GateTests
{
    private const int SmallestGroup = 20;

    [Fact]
    public void A_model_that_is_better_for_everybody_passes()
    {
        var answer = Ask(("25-34", "4-10", 200, 0.05), ("65-plus", "retired", 200, 0.04));

        Assert.True(answer.Passes);
        Assert.InRange(answer.Scores.Difference, 0.04, 0.05);
    }

    [Fact]
    public void A_model_that_is_better_on_average_and_worse_for_one_group_is_refused_and_the_group_is_named()
    {
        var answer = Ask(("25-34", "4-10", 400, 0.08), ("65-plus", "retired", 60, -0.06));

        Assert.True(answer.Scores.DifferenceLow > 0, "better on average, with confidence");
        Assert.False(answer.Passes);
        Assert.Contains("worse-for 65-plus retired", answer.Refusals);
        Assert.DoesNotContain(answer.Refusals, reason => reason.Contains("25-34", StringComparison.Ordinal));
    }

    [Fact]
    public void A_loss_within_the_noise_of_a_group_refuses_nothing()
    {
        var answer = Ask(("25-34", "4-10", 400, 0.08), ("65-plus", "retired", 60, -0.005));

        Assert.True(answer.Passes);
        Assert.True(answer.Groups.Single(group => group is { AgeBand: "65-plus", Occupation: "retired" }).Difference < 0.01);
    }

    [Fact]
    public void A_group_too_small_to_speak_by_itself_speaks_through_its_age_and_its_occupation()
    {
        var answer = Ask(
            ("25-34", "4-10", 400, 0.08),
            ("65-plus", "4-10", 15, -0.2), ("65-plus", "retired", 15, -0.2), ("65-plus", "3-01", 15, -0.2));

        Assert.DoesNotContain(answer.Groups, group => group is { AgeBand: "65-plus", Occupation: not null });
        Assert.Contains("worse-for 65-plus *", answer.Refusals);
    }

    [Fact]
    public void A_model_that_is_only_as_good_is_refused_unless_somebody_was_erased_from_the_one_that_serves()
    {
        Assert.Equal(["not-better"], Ask(("25-34", "4-10", 300, 0.0)).Refusals);
        Assert.True(Ask(marked: true, ("25-34", "4-10", 300, 0.0)).Passes);
        Assert.False(Ask(marked: true, ("25-34", "4-10", 300, -0.1)).Passes);
    }

    [Fact]
    public void The_same_question_gets_the_same_answer()
    {
        var (one, other) = (Ask(("25-34", "4-10", 100, 0.02)), Ask(("25-34", "4-10", 100, 0.02)));

        Assert.Equal(one.Scores, other.Scores);
        Assert.Equal(one.Groups, other.Groups);
    }

    private static GateAnswer Ask(params (string Age, string Occupation, int People, double Gain)[] groups) => Ask(marked: false, groups);

    private static GateAnswer Ask(bool marked, params (string Age, string Occupation, int People, double Gain)[] groups)
    {
        var chance = new Random(5);
        var people = groups.SelectMany(group => Enumerable.Repeat(group, group.People)).ToList();
        var serving = people.ConvertAll(_ => 0.3 + (0.2 * (chance.NextDouble() - 0.5))).ToArray();
        double[] model = [.. people.Select((person, place) => serving[place] + person.Gain + (0.2 * (chance.NextDouble() - 0.5)))];
        return Gate.Ask([.. people.Select(person => ListOf(person.Age, person.Occupation))], model, serving, marked, SmallestGroup);
    }

    private static TrainingList ListOf(string age, string occupation) =>
        new() { Member = Guid.Empty, AgeBand = age, Occupation = occupation, At = default, Materials = [], Rows = [], Finished = [], IsReplayed = true };
}
