using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Learning.Server.Tests.SignIn;

public sealed class AnIssuerOutside : IAsyncLifetime
{
    private const string Audience = "learning-api";
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly WebApplication _issuer;
    private LearningApplication? _app;

    public AnIssuerOutside()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _issuer = builder.Build();
        _issuer.Urls.Add("http://127.0.0.1:0");
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_rsa.ExportParameters(includePrivateParameters: false)) { KeyId = "k" });
        _issuer.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = Address, jwks_uri = $"{Address}/keys" }));
        _issuer.MapGet("/keys", () => Results.Json(new { keys = new[] { new { kty = key.Kty, n = key.N, e = key.E, kid = key.KeyId, use = "sig", alg = "RS256" } } }));
    }

    private string Address => _issuer.Urls.First();

    public async ValueTask InitializeAsync()
    {
        await _issuer.StartAsync(TestContext.Current.CancellationToken);
        _app = new LearningApplication
        {
            Settings = { ["Learning:OpenIdConnect:Authority"] = Address, ["Learning:OpenIdConnect:Audience"] = Audience, ["Learning:OpenIdConnect:RequireHttps"] = "false" },
        };
        await _app.InitializeAsync();
        await _app.WithAsync<UserManager<Account>, IdentityResult>(async accounts =>
            await accounts.AddLoginAsync((await accounts.FindByNameAsync(Roles.Coordinator))!, new UserLoginInfo(Address, "subject-7", "outside")));
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        await _issuer.DisposeAsync();
        _rsa.Dispose();
    }

    [Fact]
    public async Task Its_token_acts_for_the_account_that_is_known_by_the_subject()
    {
        var me = await As(Token("subject-7")).SendAsync("GET", "/api/v1/me").JsonAsync();

        Assert.Equal(Roles.Coordinator, (string?)me["account"]!["userName"]);
    }

    [Fact]
    public async Task A_subject_without_an_account_a_foreign_audience_and_an_old_token_open_nothing()
    {
        await As(Token("somebody-else")).SendAsync("GET", "/api/v1/me").ProblemAsync(HttpStatusCode.Unauthorized, "sign-in-required");
        await As(Token("subject-7", audience: "another-api")).SendAsync("GET", "/api/v1/me").ProblemAsync(HttpStatusCode.Unauthorized, "sign-in-required");
        await As(Token("subject-7", minutes: -10)).SendAsync("GET", "/api/v1/me").ProblemAsync(HttpStatusCode.Unauthorized, "sign-in-required");
    }

    [Fact]
    public async Task The_accounts_of_the_server_itself_go_on_working()
    {
        using var member = await _app!.SignedInAsync(Roles.Member);
        await member.SendAsync("GET", "/api/v1/me").JsonAsync();
    }

    private string Token(string subject, string audience = Audience, int minutes = 10)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = audience,
            NotBefore = now.AddMinutes(-20),
            Expires = now.AddMinutes(minutes),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = subject },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(_rsa) { KeyId = "k" }, SecurityAlgorithms.RsaSha256),
        });
    }

    private HttpClient As(string token)
    {
        var client = _app!.Stranger();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
