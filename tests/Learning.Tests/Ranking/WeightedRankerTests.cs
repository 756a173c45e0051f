using Learning.Candidates;
using Learning.Members;
using Learning.Ranking;
using Learning.Records;
using Learning.Tests.Drivers;

namespace Learning.Tests.Ranking;

public sealed class WeightedRankerTests
{
    private const string Courier = "4-10-08-01";
    private const string Retired = Occupation.Retired;

    private readonly WeightedRanker _ranker = new();
    private readonly Shelf _shelf = new Shelf()
        .Holds("急救入门", "first-aid", about: [1, 0, 0])
        .Holds("止血包扎", "first-aid", about: [0.9f, 0.1f, 0.42f])
        .Holds("头盔怎么戴", "traffic-safety", occupation: "4-10-08", about: [0, 1, 0])
        .Holds("养老金怎么领", "social-security", about: [0, 0, 1])
        .Holds("手机大字", "digital-skills", age: "65-plus")
        .Holds("反诈一课", "fraud-prevention")
        .Holds("Food labels", "food-safety", language: "en")
        .Holds("Food labels, web version", "food-safety", language: "en", twinOf: "Food labels")
        .Finished(200, "25-34", Courier, "头盔怎么戴", "急救入门")
        .Finished(200, "65-plus", Retired, "养老金怎么领", "反诈一课");

    [Fact]
    public void Newcomers_get_lists_that_differ_by_age_and_occupation()
    {
        var courier = List(_shelf.Somebody("25-34", Courier));
        var retired = List(_shelf.Somebody("65-plus", Retired));

        Assert.Equal("头盔怎么戴", courier[0]);
        Assert.Equal("养老金怎么领", retired[0]);
        Assert.Contains("手机大字", retired);
        Assert.DoesNotContain("手机大字", courier);
    }

    [Fact]
    public void Somebody_of_whom_nothing_is_known_gets_a_list() =>
        Assert.NotEmpty(List(_shelf.Somebody(age: null, occupation: null)));

    [Fact]
    public void With_personalisation_off_everybody_gets_the_same_and_it_is_not_empty()
    {
        var off = _ranker.Rank(Recall.Candidates(_shelf.Asks(person: null), 10), _shelf.Asks(person: null));

        Assert.NotEmpty(off);
        Assert.All(off, trace => Assert.All(
            _ranker.Weights.Where(weight => weight.Personal),
            weight => Assert.Equal(0, trace.Contributions[weight.Name])));
    }

    [Fact]
    public void What_was_learned_brings_up_what_is_close_to_it()
    {
        var before = List(_shelf.Somebody(occupation: null));
        var after = List(_shelf.Somebody(occupation: null, did: ["急救入门"]));

        Assert.True(after.IndexOf("止血包扎") < before.IndexOf("止血包扎"));
        Assert.DoesNotContain("急救入门", after);
    }

    [Fact]
    public void Duty_comes_before_liking()
    {
        var duty = new Requirement(Shelf.Id("养老金怎么领"), new DateOnly(2026, 7, 1), "Station", "站点");

        var request = _shelf.Asks(_shelf.Somebody(), [duty]);
        var first = _ranker.Rank(Recall.Candidates(request, 10), request)[0];

        Assert.Equal("养老金怎么领", first.Material.Title);
        var reason = Reasons.Of(first, new RankingContext(request))[0];
        Assert.Equal("required", reason.Kind);
        Assert.Contains("站点", reason.In("zh"), StringComparison.Ordinal);
        Assert.Contains("Station", reason.In("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_score_is_the_sum_of_what_each_feature_added()
    {
        var request = _shelf.Asks(_shelf.Somebody(did: ["急救入门"]));

        Assert.All(_ranker.Rank([.. request.Catalogue.ById.Values], request), trace => Assert.Equal(trace.Score, trace.Contributions.Values.Sum(), 9));
    }

    [Fact]
    public void Every_line_has_a_reason_in_both_languages_and_its_weight_is_a_share()
    {
        var request = _shelf.Asks(_shelf.Somebody(did: ["急救入门"], tags: ["food-safety"]));

        Assert.All(_ranker.Rank(Recall.Candidates(request, 10), request), trace =>
        {
            var reasons = Reasons.Of(trace, new RankingContext(request));
            Assert.NotEmpty(reasons);
            Assert.All(reasons, reason =>
            {
                Assert.InRange(reason.Weight, 0.1, 1);
                Assert.DoesNotContain("{", reason.In("zh"), StringComparison.Ordinal);
                Assert.DoesNotContain("{", reason.In("en"), StringComparison.Ordinal);
                Assert.NotEqual("reason-" + reason.Kind, reason.In("en"));
            });
        });
    }

    [Fact]
    public void Take_the_named_cause_away_and_the_material_falls()
    {
        var person = _shelf.Somebody(did: ["急救入门"]);
        var with = _ranker.Rank([_shelf["止血包扎"]], _shelf.Asks(person))[0];
        var cause = Reasons.Of(with, new RankingContext(_shelf.Asks(person)))[0];

        var without = _ranker.Rank([_shelf["止血包扎"]], _shelf.Asks(person with { History = History.Empty }))[0];

        Assert.Contains(cause.Kind, new[] { "similar-to-history", "learned-together" });
        Assert.True(without.Score < with.Score);
    }

    [Fact]
    public void Near_duplicates_stand_in_a_list_once()
    {
        var request = _shelf.Asks(_shelf.Somebody());

        var list = Spread.Take(_ranker.Rank(Recall.Candidates(request, 10), request), 10, spreadTopics: true);

        Assert.Single(list, trace => trace.Material.Title.StartsWith("Food labels", StringComparison.Ordinal));
    }

    [Fact]
    public void One_topic_fills_half_of_a_list_at_most_while_there_are_others()
    {
        var shelf = new Shelf().Holds("其他一", "health").Holds("其他二", "management");
        foreach (var number in Enumerable.Range(1, 8))
        {
            shelf.Holds($"交通 {number}", "traffic-safety").Finished(50, "25-34", Courier, $"交通 {number}");
        }

        var request = shelf.Asks(shelf.Somebody());
        var list = Spread.Take(_ranker.Rank(Recall.Candidates(request, 6), request), 6, spreadTopics: true);

        Assert.Equal(6, list.Count);
        Assert.Equal(2, list.Count(trace => trace.Material.Topics[0] != "traffic-safety"));
        Assert.Equal(3, list.Take(5).Count(trace => trace.Material.Topics[0] == "traffic-safety"));
    }

    private List<string> List(Person person)
    {
        var request = _shelf.Asks(person);
        return [.. _ranker.Rank(Recall.Candidates(request, 10), request).Select(trace => trace.Material.Title)];
    }
}
