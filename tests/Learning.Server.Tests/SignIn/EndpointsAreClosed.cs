using System.Net;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Server.Tests.SignIn;

public sealed class EndpointsAreClosed(SharedApplication app)
{
    private static readonly string[] Open =
    [
        "/", "/sign-in", "/offline", "/how-it-ranks", "/language", "/look", "/assets/", "/sw.js", "/app.webmanifest", "/calendar/", "/health/", "/openapi/", "/docs", "/docs/", "/problems/", "/api/v1/sign-in", "/api/v1/sign-in/refresh", "/api/v1/algorithm",
    ];

    [Fact]
    public async Task Everything_but_a_short_list_refuses_who_has_not_signed_in()
    {
        using var stranger = app.Stranger();
        foreach (var (method, path, _) in Endpoints().Where(endpoint => !IsOpen(endpoint.Path)))
        {
            var problem = await stranger.SendAsync(method, path, method is "POST" or "PUT" ? "{}" : null).ProblemAsync(HttpStatusCode.Unauthorized, "sign-in-required");
            Assert.Equal(path, (string?)problem["instance"]);
        }
    }

    [Fact]
    public async Task What_is_for_coordinators_refuses_a_member()
    {
        var guarded = Endpoints().Where(endpoint => endpoint.Policies.Any(policy => policy is Policies.Coordinates or Policies.Administers)).ToList();
        Assert.Contains(guarded, endpoint => endpoint is { Method: "POST", Path: "/api/v1/members" });
        using var member = await app.SignedInAsync(Roles.Member);
        foreach (var (method, path, _) in guarded)
        {
            await member.SendAsync(method, path, method is "POST" or "PUT" ? "{}" : null).ProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
        }
    }

    [Fact]
    public async Task What_is_for_administrators_refuses_a_coordinator()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        foreach (var (method, path, _) in Endpoints().Where(endpoint => endpoint.Policies.Contains(Policies.Administers)))
        {
            await coordinator.SendAsync(method, path, method is "POST" or "PUT" ? "{}" : null).ProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
        }
    }

    [Fact]
    public void Whoever_writes_about_others_is_checked_by_role_or_scope()
    {
        // Writing that a member may do: about oneself, or in scope. What is added here must ask Scope or be about the caller.
        string[] forEverybody =
        [
            "PUT /api/v1/me/personalisation", "DELETE /api/v1/me/tags/{tag}", "PUT /api/v1/me/slots", "PUT /api/v1/me/slots/exceptions", "POST /api/v1/me/slots/understand", "DELETE /api/v1/me", "PUT /api/v1/members/{id}", "POST /api/v1/records", "POST /api/v1/members/{id}/plans", "POST /api/v1/plans/{id}/renew", "POST /api/v1/sign-out",
            "POST /records", "POST /sign-out", "POST /learn/{id:guid}", "POST /plan", "POST /search", "POST /why/{id:guid}", "POST /me", "POST /me/hours", "POST /me/kept", "POST /me/complain", "POST /me/booked", "POST /plan/calendar",
            "PUT /api/v1/me/password", "DELETE /api/v1/me/sessions", "DELETE /api/v1/me/sessions/{id}", "PUT /api/v1/me/slots", "POST /api/v1/me/slots/understand",
        ];
        var unguarded = Endpoints(asWritten: true)
            .Where(endpoint => endpoint.Method is not ("GET" or "HEAD") && !IsOpen(endpoint.Path) && endpoint.Policies.Count == 0)
            .Select(endpoint => $"{endpoint.Method} {endpoint.Path}");
        Assert.Empty(unguarded.Except(forEverybody, StringComparer.Ordinal));
    }

    private static bool IsOpen(string path) => Array.Exists(Open, open => path == open || (open.Length > 1 && open.EndsWith('/') && path.StartsWith(open, StringComparison.Ordinal) && !path.StartsWith("/api/v1/sign-out", StringComparison.Ordinal)));

    private IEnumerable<(string Method, string Path, IReadOnlyList<string> Policies)> Endpoints(bool asWritten = false) => app.Services
        .GetRequiredService<IEnumerable<EndpointDataSource>>()
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .SelectMany(endpoint => MethodsOf(endpoint).Select(method => (
            method,
            asWritten ? Written(endpoint) : Filled(Written(endpoint)),
            (IReadOnlyList<string>)[.. endpoint.Metadata.OfType<IAuthorizeData>().Select(data => data.Policy).OfType<string>()])));

    // A page is read and its forms are sent to the same address.
    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"];

    private static string Written(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    private static string Filled(string path) => System.Text.RegularExpressions.Regex.Replace(path, @"\{[^}]+\}", TestWorld.Id(99).ToString(), System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
