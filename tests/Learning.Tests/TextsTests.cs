using Learning.Candidates;
using Learning.Plans;
using Learning.Ranking;
using Learning.Retraining.Fitting;

namespace Learning.Tests;

public sealed class TextsTests
{
    public static TheoryData<string> EveryKey() =>
    [
        .. FeatureSet.All.SelectMany(feature => new[] { "reason-" + feature.Name, "feature-" + feature.Name }),
        .. Funnel.Rules.Concat(["same-lesson", "topic-share", "ranked-lower", "none"]).Select(rule => "exclusion-" + rule),
        .. Constants(typeof(UnmetKinds)).Select(kind => "unmet-" + kind),
        .. Constants(typeof(RemedyKinds)).Select(kind => "remedy-" + kind),
        .. new[] { "plan", "plan-coordinator", "hours", "hours-exempt", "first", "next", "end" }.Select(part => "letter-" + part),
        .. new[] { "when", "this", "now-pinned", "now-due", "now-offered", "now-needed", "now-free" }.Select(part => "why-" + part),
        .. Enumerable.Range(0, 7).Select(day => $"weekday-{day}"),
        .. PlanDoubts.Kinds.Select(kind => "doubt-" + kind), "review-effort-how",
        .. Fitted.Kinds.Select(kind => "algorithm-trained-" + kind),
        .. new[] { "name", "gender", "screen-time", "place", "others-off", "plans-refused" }.Select(what => "not-used-" + what),
        "attention-nothing", "attention-checks", "ai-label",
        "algorithm", "algorithm-off", "reason-required-due", "reason-in-catalogue", "reason-explored", "reason-recall", "unmet-with-remedies",
    ];

    [Theory]
    [MemberData(nameof(EveryKey))]
    public void Whatever_is_told_to_people_has_a_sentence_in_both_languages(string key)
    {
        Assert.True(Texts.Has(key, "en"), $"no English for {key}");
        Assert.True(Texts.Has(key, "zh"), $"no Chinese for {key}");
    }

    [Fact]
    public void Values_take_their_place_in_a_sentence() =>
        Assert.Equal("需先学习：《急救入门》", Texts.Of("exclusion-prerequisite-missing", "zh", new Dictionary<string, string> { ["title"] = "急救入门" }));

    private static IEnumerable<string> Constants(Type type) => type.GetFields().Select(field => (string)field.GetRawConstantValue()!);
}
