using System.Net;
using System.Text.Json.Nodes;
using Learning.Data;
using Learning.Members;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Learning.Server.Tests.Plans;

/// <summary>Article 23: who is old, ill or disabled is in no denominator and on no list of those at risk.</summary>
public sealed class WhoIsExemptIsCountedNowhere : IAsyncLifetime
{
    private readonly LearningApplication _app = new() { Clock = new FakeTimeProvider(new DateTimeOffset(2026, 10, 1, 2, 0, 0, TimeSpan.Zero)) };

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_exemption_takes_a_member_out_of_the_denominator_and_off_the_list()
    {
        using var coordinator = await _app.SignedInAsync(Roles.Coordinator, "zh");
        var before = await PartyAsync(coordinator);
        Assert.Equal((2, 0, 0, 2), Figures(before));
        Assert.Equal(2, (await AtRiskAsync(coordinator)).Count);

        await _app.WithAsync<LearningDbContext, int>(async db =>
        {
            var neighbour = await db.Members.SingleAsync(member => member.Id == _app.World.Neighbour);
            neighbour.Exemptions = [new Exemption("ill", null)];
            return await db.SaveChangesAsync();
        });

        Assert.Equal((1, 1, 0, 1), Figures(await PartyAsync(coordinator)));
        Assert.Equal([_app.World.Member], (await AtRiskAsync(coordinator)).Select(item => (Guid)item["member"]!));
        await coordinator.SendAsync("GET", "/api/v1/hours/at-risk?rule=none").ProblemAsync(HttpStatusCode.NotFound, "rule-unknown");
    }

    private static async Task<JsonNode> PartyAsync(HttpClient coordinator) =>
        (await coordinator.SendAsync("GET", "/api/v1/hours/standing").JsonAsync()).Items().Single(item => (string?)item["rule"] == "party-education-2019");

    private static async Task<IReadOnlyList<JsonNode>> AtRiskAsync(HttpClient coordinator) =>
        (await coordinator.SendAsync("GET", "/api/v1/hours/at-risk?rule=party-education-2019").JsonAsync()).Items();

    private static (int Counted, int Exempt, int Reached, int AtRisk) Figures(JsonNode line) => ((int)line["counted"]!, (int)line["exempt"]!, (int)line["reached"]!, (int)line["atRisk"]!);
}
