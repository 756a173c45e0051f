using System.Text.Json.Nodes;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Hostile;

/// <summary>Ten hostile inputs and more at the doors of policies, bulk approvals, audits and models.</summary>
public sealed class DoorsOfReviews(SharedApplication app)
{
    private const string Nobody = "01890000-0000-7000-8000-000000000099";
    private static readonly string[] NoIds = ["x", "-1", "0", "%E5%BC%A0", "'%20OR%201=1--", "%3Cscript%3E", "99999999999999999999"];

    [Fact]
    public async Task Writing_a_policy()
    {
        const string Path = "/api/v1/review-policies/hostile";
        var door = await DoorAsync(Roles.Administrator, "PUT", Path);
        await door.RefusesBadJsonAsync();
        await door.RefusesAsync("nothing in it", 400, "value-missing", "{}");
        await door.RefusesAsync("a blank name", 400, "fields-invalid", """{"name":"  "}""");
        await door.RefusesAsync("a name without end", 400, "fields-invalid", $$"""{"name":"{{new string('长', 500)}}"}""");
        await door.RefusesAsync("more change than there is", 400, "fields-invalid", """{"name":"x","mostChange":1.5}""");
        await door.RefusesAsync("less doubt than none", 400, "fields-invalid", """{"name":"x","mostDoubt":-1}""");
        await door.RefusesAsync("no audits", 400, "fields-invalid", """{"name":"x","auditShare":0}""");
        await door.RefusesAsync("no number", 400, "json-value-invalid", """{"name":"x","auditShare":"NaN"}""");
        await door.RefusesAsync("a seed without end", 400, "json-value-invalid", """{"name":"x","seed":99999999999}""");
        await door.RefusesAsync("a key with script", 422, "policy-key-invalid", """{"name":"x"}""", "/api/v1/review-policies/%3Cscript%3E");
        await door.RefusesAsync("a key without end", 422, "policy-key-invalid", """{"name":"x"}""", "/api/v1/review-policies/" + new string('k', 51));
        await door.TakesAsTextAsync(text => new JsonObject { ["name"] = text });
        door.Close();
        var coordinator = await DoorAsync(Roles.Coordinator, "PUT", Path);
        await coordinator.RefusesAsync("a coordinator who writes", 403, "not-allowed", """{"name":"x"}""");
        coordinator.Holds();
    }

    [Fact]
    public async Task Approving_by_a_policy()
    {
        var door = await DoorAsync(Roles.Coordinator, "POST", "/api/v1/plans/approve-by-policy");
        await door.RefusesBadJsonAsync();
        await door.RefusesAsync("nothing in it", 400, "value-missing", "{}");
        await door.RefusesAsync("null", 400, "json-value-invalid", """{"policy":null}""");
        await door.RefusesAsync("none", 404, "policy-unknown", """{"policy":"no-such"}""");
        await door.RefusesAsync("SQL and script", 404, "policy-unknown", """{"policy":"' OR 1=1; <script>"}""");
        await door.RefusesAsync("a key without end", 400, "fields-invalid", $$"""{"policy":"{{new string('k', 300)}}"}""");
        await door.RefusesAsync("a word for yes", 400, "json-value-invalid", """{"policy":"no-such","preview":"no"}""");
        door.Close();
    }

    [Fact]
    public async Task Planning_many_members()
    {
        const string Path = "/api/v1/plan-runs";
        var door = await DoorAsync(Roles.Coordinator, "POST", Path);
        await door.RefusesBadJsonAsync();
        await door.RefusesAsync("no week", 400, "fields-invalid", """{"weeks":0}""");
        await door.RefusesAsync("too many weeks", 400, "fields-invalid", """{"weeks":99}""");
        await door.RefusesAsync("a word for weeks", 400, "json-value-invalid", """{"weeks":"two; DROP TABLE Plans"}""");
        await door.RefusesAsync("a day that is none", 400, "json-value-invalid", """{"from":"2027-02-30"}""");
        await door.RefusesAsync("a script for a day", 400, "json-value-invalid", """{"from":"<script>alert(1)</script>"}""");
        await door.RefusesAsync("a past day", 422, "plan-start-invalid", """{"from":"2020-01-01"}""");
        await door.RefusesAsync("the end of time", 422, "plan-start-invalid", """{"from":"9999-12-31"}""");
        await door.RefusesAsync("a word for yes", 400, "json-value-invalid", """{"again":"maybe"}""");
        door.Close();
        foreach (var (method, act) in new[] { ("GET", ""), ("POST", "/cancel") })
        {
            var one = await DoorAsync(Roles.Coordinator, method, Path + "/{id}" + act);
            foreach (var id in NoIds)
            {
                await one.RefusesAsync(id, 400, "value-not-read", null, $"{Path}/{id}{act}");
            }

            foreach (var id in new[] { Nobody, Guid.Empty.ToString(), app.World.Member.ToString() })
            {
                await one.RefusesAsync(id, 404, "plan-run-unknown", null, $"{Path}/{id}{act}");
            }

            one.Close();
        }
    }

    [Fact]
    public async Task Undoing_a_bulk_approval()
    {
        var door = await DoorAsync(Roles.Coordinator, "POST", "/api/v1/reviews/runs/{id}/undo");
        foreach (var id in NoIds)
        {
            await door.RefusesAsync(id, 400, "value-not-read", null, $"/api/v1/reviews/runs/{id}/undo");
        }

        foreach (var id in new[] { Nobody, Guid.Empty.ToString(), app.World.Member.ToString() })
        {
            await door.RefusesAsync(id, 404, "run-unknown", null, $"/api/v1/reviews/runs/{id}/undo");
        }

        await door.RefusesAsync("a key of a request with a blank", 400, "idempotency-key-invalid", (string?)null, $"/api/v1/reviews/runs/{Nobody}/undo", "application/json", ("Idempotency-Key", "a b"));
        door.Close();
    }

    [Fact]
    public async Task Looking_at_an_audit()
    {
        const string Agreed = """{"agreed":true}""";
        var door = await DoorAsync(Roles.Coordinator, "POST", $"/api/v1/reviews/audits/{Nobody}");
        await door.RefusesBadJsonAsync();
        await door.RefusesAsync("nothing in it", 400, "value-missing", "{}");
        await door.RefusesAsync("null", 400, "fields-invalid", """{"agreed":null}""");
        await door.RefusesAsync("a word", 400, "json-value-invalid", """{"agreed":"yes"}""");
        await door.RefusesAsync("a note without end", 400, "fields-invalid", $$"""{"agreed":true,"note":"{{new string('x', 1001)}}"}""");
        await door.RefusesAsync("none", 404, "audit-unknown", Agreed);
        await door.RefusesAsync("no id", 400, "value-not-read", Agreed, "/api/v1/reviews/audits/x");
        door.Close();
    }

    [Theory]
    [InlineData("/api/v1/reviews/runs?")]
    [InlineData("/api/v1/reviews/audits?")]
    [InlineData("/api/v1/hours/at-risk?rule=no-such&")]
    public async Task Pages_of_lists(string path)
    {
        var door = await DoorAsync(Roles.Coordinator, "GET", path);
        foreach (var (query, rule) in new[]
                 {
                     ("limit=0", "fields-invalid"), ("limit=-1", "fields-invalid"), ("limit=101", "fields-invalid"), ("limit=x", "value-not-read"), ("limit=1.5", "value-not-read"), ("limit=99999999999999999999", "value-not-read"),
                     ("cursor=x", "cursor-invalid"), ("cursor=%E5%BC%A0", "cursor-invalid"), ("cursor=%00", "nul-in-address"), ("cursor=AQAAAAAAAAAAAAAAAAAAAA*", "cursor-invalid"),
                 })
        {
            await door.RefusesAsync(query, 400, rule, null, path + query);
        }

        door.Close();
    }

    [Fact]
    public async Task Asking_for_the_effort_and_for_who_may_miss_the_hours()
    {
        var door = await DoorAsync(Roles.Coordinator, "GET", "/api/v1/reviews/effort");
        foreach (var (days, rule) in new[] { ("0", "fields-invalid"), ("-1", "fields-invalid"), ("366", "fields-invalid"), ("x", "value-not-read"), ("1e3", "value-not-read"), ("99999999999999999999", "value-not-read") })
        {
            await door.RefusesAsync("days " + days, 400, rule, null, "/api/v1/reviews/effort?days=" + days);
        }

        await door.RefusesAsync("of no rule", 400, "value-missing", null, "/api/v1/hours/at-risk");
        foreach (var rule in new[] { "no-such", "'%20OR%201=1--", "%3Cscript%3E", new string('r', 3000) })
        {
            await door.RefusesAsync(rule, 404, "rule-unknown", null, "/api/v1/hours/at-risk?rule=" + rule);
        }

        await door.RefusesAsync("NUL", 400, "nul-in-address", null, "/api/v1/hours/at-risk?rule=%00");
        door.Close();
    }

    [Fact]
    public async Task Promoting_a_model()
    {
        var door = await DoorAsync(Roles.Administrator, "POST", "/api/v1/models/{id}/promote");
        foreach (var id in new[] { "no-such", "'%20OR%201=1--", "%3Cscript%3E", "..%2f..%2fcurrent", "..%5c..%5ccurrent", "%E5%BC%A0%E4%B8%89", new string('m', 3000), "CON", "%2e%2e%2fmodels" })
        {
            await door.RefusesAsync(id, 404, "model-not-kept", null, $"/api/v1/models/{id}/promote");
        }

        await door.RefusesAsync("a word for yes", 400, "value-not-read", null, "/api/v1/models/no-such/promote?force=yes");
        await door.RefusesAsync("a key of a request with a blank", 400, "idempotency-key-invalid", (string?)null, "/api/v1/models/no-such/promote", "application/json", ("Idempotency-Key", "a b"));
        door.Close();
        var others = await DoorAsync(Roles.Coordinator, "POST", "/api/v1/models");
        foreach (var path in new[] { "/api/v1/models/train", "/api/v1/models/rollback", "/api/v1/models/no-such/promote" })
        {
            await others.RefusesAsync("a coordinator who trains", 403, "not-allowed", null, path);
        }

        others.Holds();
    }

    private async Task<DoorTrial> DoorAsync(string role, string method, string path) => new(await app.SignedInAsync(role, "zh"), method, path);
}
