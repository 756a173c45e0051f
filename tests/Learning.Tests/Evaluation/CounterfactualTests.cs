using Learning.Evaluation;

namespace Learning.Tests.Evaluation;

/// <summary>The estimates, against cases worked out by hand and against a world whose truth is known.</summary>
public sealed class CounterfactualTests
{
    [Fact]
    public void Two_records_are_worked_out_by_hand()
    {
        // Weights 0.8/0.4 = 2 and 0.1/0.2 = 0.5. SNIPS = (2·1 + 0.5·0) / 2.5; DR = ((0.6 + 2·(1 − 0.5)) + (0.6 + 0.5·(0 − 0.4))) / 2.
        Shown[] shown = [new(0.4, 0.8, 1, 0.5, 0.6), new(0.2, 0.1, 0, 0.4, 0.6)];

        Assert.Equal(0.8, Counterfactual.Snips(shown).Value, 12);
        Assert.Equal(1.0, Counterfactual.DoublyRobust(shown).Value, 12);
        Assert.Equal(2.5 * 2.5 / 4.25, Counterfactual.Snips(shown).EffectiveSize, 12);
    }

    [Fact]
    public void The_same_way_of_showing_earns_what_it_earned()
    {
        Shown[] shown = [new(0.5, 0.5, 1), new(0.1, 0.1, 0), new(0.9, 0.9, 0)];

        Assert.Equal(1 / 3.0, Counterfactual.Snips(shown).Value, 12);
        Assert.Equal(3, Counterfactual.Snips(shown).EffectiveSize, 12);
    }

    [Fact]
    public void Both_find_what_a_way_that_was_never_used_would_earn()
    {
        // Item a is learned by 6 in 10, b by 2 in 10. Lists showed b four times as often; the other way would always show a.
        var random = new Random(7);
        var shown = Enumerable.Range(0, 20_000).Select(_ =>
        {
            var a = random.NextDouble() < 0.2;
            var learned = random.NextDouble() < (a ? 0.6 : 0.2) ? 1 : 0;
            return new Shown(a ? 0.2 : 0.8, a ? 1 : 0, learned, Expected: 0.5, ExpectedOfOther: 0.5);
        }).ToList();

        Assert.InRange(shown.Average(one => one.Reward), 0.27, 0.29);
        Assert.InRange(Counterfactual.Snips(shown).Value, 0.57, 0.63);
        Assert.InRange(Counterfactual.DoublyRobust(shown).Value, 0.57, 0.63);
        Assert.InRange(Counterfactual.DoublyRobust(shown).StandardError, 0.001, 0.02);
    }

    [Fact]
    public void Without_a_propensity_nothing_is_said() =>
        Assert.Throws<ArgumentException>(() => Counterfactual.Snips([new Shown(0, 1, 1)]));

    [Fact]
    public void Nothing_shown_is_no_knowledge() =>
        Assert.Equal((0, double.PositiveInfinity), (Counterfactual.Snips([]).Value, Counterfactual.DoublyRobust([]).StandardError));
}
