using System.Net;
using System.Text.Json.Nodes;
using Learning.Data;
using Learning.Plans;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Plans;

/// <summary>Plans in words over HTTP, with and without a language model, and a member's own words the other way.</summary>
public sealed class PlansAreTold : IAsyncLifetime
{
    private static readonly Guid Plan = TestWorld.Id(71);
    private static readonly Guid Foreign = TestWorld.Id(72);
    private readonly LearningApplication _app = new();
    private StandInModel _model = null!;

    public async ValueTask InitializeAsync()
    {
        _model = await StandInModel.StartAsync();
        _app.Settings["Learning:LanguageModel"] = "OpenAI";
        _app.Settings["Learning:LanguageModel:Endpoint"] = _model.Endpoint.AbsoluteUri;
        _app.Settings["Learning:LanguageModel:Model"] = "stand-in";
        _app.Settings["Learning:LanguageModel:Retries"] = "0";
        await _app.InitializeAsync();
        await _app.WithAsync<LearningDbContext, int>(db =>
        {
            db.Plans.AddRange(NewPlan(Plan, _app.World.Member), NewPlan(Foreign, _app.World.Stranger));
            return db.SaveChangesAsync();
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _model.DisposeAsync();
    }

    [Fact]
    public async Task Generated_words_are_labelled_in_the_field_and_in_the_export()
    {
        using var member = await _app.SignedInAsync(Roles.Member, "zh");
        _model.Next.Enqueue(StandInModel.Tells(facts => [("先学《雨天骑行三件事》，5 分钟。", [(string)facts["items"]![0]!["id"]!])]));

        var letter = await member.SendAsync("GET", $"/api/v1/plans/{Plan}/letter").JsonAsync();

        Assert.True((bool)letter["aiGenerated"]!);
        Assert.Contains((string)letter["contentNumber"]!, (string)letter["label"]!, StringComparison.Ordinal);
        Assert.Equal(_app.World.Lesson, (Guid)letter["sentences"]![0]!["materials"]![0]!);
        var words = Assert.Single((await member.SendAsync("GET", "/api/v1/me/export").JsonAsync())["words"]!.AsArray())!;
        Assert.True((bool)words["aiGenerated"]!);
        Assert.Equal((string?)letter["contentNumber"], (string?)words["id"]);
    }

    [Fact]
    public async Task A_model_that_fails_is_not_noticed_by_who_reads()
    {
        using var member = await _app.SignedInAsync(Roles.Member, "en");
        using var coordinator = await _app.SignedInAsync(Roles.Coordinator, "zh");
        _model.Next.Enqueue(StandInModel.Refuses(HttpStatusCode.InternalServerError));

        var why = await member.SendAsync("GET", $"/api/v1/plans/{Plan}/items/{_app.World.Lesson}/why").JsonAsync();
        var attention = await coordinator.SendAsync("GET", $"/api/v1/plans/{Plan}/attention").JsonAsync();

        Assert.False((bool)why["aiGenerated"]!);
        Assert.Null((string?)why["label"]);
        Assert.Contains("“雨天骑行三件事” is planned for Monday, 4 Jan 2027 at 10:00", (string)why["text"]!, StringComparison.Ordinal);
        Assert.Contains("检查", (string)attention["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_about_a_plan_are_for_those_who_may_see_it()
    {
        using var member = await _app.SignedInAsync(Roles.Member);
        using var coordinator = await _app.SignedInAsync(Roles.Coordinator);

        await member.SendAsync("GET", $"/api/v1/plans/{Foreign}/letter").ProblemAsync(HttpStatusCode.NotFound, "plan-unknown");
        await coordinator.SendAsync("GET", $"/api/v1/plans/{Foreign}/attention").ProblemAsync(HttpStatusCode.NotFound, "plan-unknown");
        await member.SendAsync("GET", $"/api/v1/plans/{Plan}/attention").ProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
        await member.SendAsync("GET", $"/api/v1/plans/{Plan}/items/{TestWorld.Id(5)}/why").ProblemAsync(HttpStatusCode.NotFound, "material-not-in-plan");
        Assert.Empty(_model.Asked);
    }

    [Theory]
    [InlineData("zh", "为“每年集中学习培训不少于 32 学时”再完成")]
    [InlineData("en", "for “At least 32 hours of group study and training a year”")]
    public async Task Rules_that_clash_are_called_by_their_titles(string language, string told)
    {
        using var coordinator = await _app.SignedInAsync(Roles.Coordinator, language);
        var december = new DateOnly(DateTime.UtcNow.Year, 12, 1);
        var from = december > DateOnly.FromDateTime(DateTime.UtcNow) ? december : december.AddYears(1);

        var plan = await coordinator.SendAsync("POST", $"/api/v1/members/{_app.World.Neighbour}/plans", $$"""{"from":"{{from:yyyy-MM-dd}}","weeks":6}""").JsonAsync(HttpStatusCode.Created);
        _model.Next.Enqueue(StandInModel.Refuses(HttpStatusCode.InternalServerError));
        var letter = await coordinator.SendAsync("GET", $"/api/v1/plans/{plan["id"]}/letter").JsonAsync();

        var conflict = plan["unmet"]!.AsArray().Select(unmet => unmet!["conflict"]).First(conflict => conflict is not null)!;
        Assert.Contains(told, (string)conflict["text"]!, StringComparison.Ordinal);
        Assert.Contains(told, (string)conflict["rules"]![0]!["text"]!, StringComparison.Ordinal);
        Assert.Contains(told, (string)letter["text"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("party-education", (string)letter["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_members_own_words_become_slots_once_confirmed()
    {
        using var member = await _app.SignedInAsync(Roles.Member, "zh");
        const string Said = """{"text":"我每天晚上十点后有空，想学一下交通事故怎么处理"}""";

        var proposal = await member.SendAsync("POST", "/api/v1/me/slots/understand", Said).JsonAsync();
        Assert.Equal(7, proposal["slots"]!.AsArray().Count);
        Assert.Equal("traffic-safety", (string?)proposal["wishes"]![0]!["topic"]);
        Assert.Single((await member.SendAsync("GET", "/api/v1/me/slots").JsonAsync())["slots"]!.AsArray());

        var body = new JsonObject { ["slots"] = proposal["slots"]!.DeepClone(), ["wishes"] = new JsonArray("traffic-safety") };
        var kept = await member.SendAsync("PUT", "/api/v1/me/slots", body.ToJsonString()).JsonAsync();

        Assert.Equal(7, kept["slots"]!.AsArray().Count);
        Assert.Contains(kept["tags"]!.AsArray(), tag => (string?)tag!["name"] == "traffic-safety" && (string?)tag["from"] == "member");
        await member.SendAsync("POST", "/api/v1/me/slots/understand", """{"text":""}""").ProblemAsync(HttpStatusCode.BadRequest, "fields-invalid");
        await member.SendAsync("PUT", "/api/v1/me/slots", """{"slots":[{"day":"monday","start":"23:30","minutes":60}]}""").ProblemAsync(HttpStatusCode.UnprocessableEntity, "slot-invalid");
        Assert.Empty(_model.Asked);
    }

    [Fact]
    public async Task Where_the_rules_are_silent_the_model_may_quote_and_nothing_more()
    {
        using var member = await _app.SignedInAsync(Roles.Member, "zh");
        const string Said = """{"text":"等孩子睡着再说，差不多两个钟头"}""";
        _model.Next.Enqueue(StandInModel.Says(_ => """{"slots":[{"day":"Monday","start":"21:30","minutes":90,"said":"等孩子睡着再说"}],"wishes":[]}"""));
        _model.Next.Enqueue(StandInModel.Says(_ => """{"slots":[],"wishes":["免费领取手机"]}"""));

        var believed = await member.SendAsync("POST", "/api/v1/me/slots/understand", Said).JsonAsync();
        var invented = await member.SendAsync("POST", "/api/v1/me/slots/understand", Said).JsonAsync();

        Assert.True((bool)believed["aiGenerated"]!);
        Assert.True((bool)Assert.Single(believed["slots"]!.AsArray())!["assumed"]!);
        Assert.False((bool)invented["aiGenerated"]!);
        Assert.Empty(invented["wishes"]!.AsArray());
    }

    private StoredPlan NewPlan(Guid id, Guid member) => new()
    {
        Id = id,
        MemberId = member,
        From = new DateOnly(2027, 1, 4),
        Until = new DateOnly(2027, 1, 31),
        Weeks = 4,
        State = PlanState.InReview,
        CreatedAt = DateTimeOffset.UnixEpoch,
        Model = "test",
        Items = [new StoredPlanItem(_app.World.Lesson, new DateOnly(2027, 1, 4), new TimeOnly(10, 0), 5, Mode.Read, 0.1m, [new StoredReason("new", 1, [])])],
        Proof = new StoredProof("feasible", null, [new StoredCheck("within-slots", true, "1")]),
    };
}
