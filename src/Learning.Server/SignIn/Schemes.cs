using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Learning.Server.SignIn;

/// <summary>How a request says who asks: a bearer token on the API, a cookie on pages. A cookie never counts on the API, so no other site can use it there.</summary>
internal static class Schemes
{
    /// <summary>Picks one of the others.</summary>
    public const string Any = "Learning";

    /// <summary>The access tokens of this server.</summary>
    public const string Bearer = "Bearer";

    /// <summary>The access tokens of an issuer outside.</summary>
    public const string OpenIdConnect = "OpenIdConnect";

    /// <summary>The cookie of the pages.</summary>
    public const string Cookie = "Cookie";

    private const string Prefix = "Bearer ";

    public static IServiceCollection AddSchemes(this IServiceCollection services)
    {
        services.AddAuthentication(Any)
            .AddPolicyScheme(Any, null, scheme => scheme.ForwardDefaultSelector = Select)
            .AddJwtBearer(Bearer)
            .AddJwtBearer(OpenIdConnect)
            .AddCookie(Cookie);
        services.AddOptions<JwtBearerOptions>(Bearer).Configure<AccessTokens>(OfThisServer);
        services.AddOptions<JwtBearerOptions>(OpenIdConnect).Configure<IOptions<OpenIdConnectSettings>, AccessTokens>(OfTheIssuer);
        services.AddOptions<CookieAuthenticationOptions>(Cookie).Configure<IOptions<SignInSettings>>(OfThePages);
        return services;
    }

    private static string Select(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return IsFromOutside(context, header[Prefix.Length..].Trim()) ? OpenIdConnect : Bearer;
        }

        return context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? Bearer : Cookie;
    }

    // Only chooses who checks the token; it is believed by nobody until it is checked.
    private static bool IsFromOutside(HttpContext context, string token)
    {
        if (context.RequestServices.GetRequiredService<IOptions<OpenIdConnectSettings>>().Value.Authority.Length == 0)
        {
            return false;
        }

        var handler = new JsonWebTokenHandler();
        try
        {
            return handler.CanReadToken(token) && handler.ReadJsonWebToken(token).Issuer != AccessTokens.Issuer;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void OfThisServer(JwtBearerOptions options, AccessTokens tokens)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = tokens.Rules();
        options.Events = new JwtBearerEvents
        {
            OnTokenValidated = context => Replace(context, accounts => accounts.OfSessionAsync(
                context.Principal?.FindFirst("sub")?.Value, context.Principal?.FindFirst("sid")?.Value, Bearer, context.HttpContext.RequestAborted)),
        };
    }

    private static void OfTheIssuer(JwtBearerOptions options, IOptions<OpenIdConnectSettings> settings, AccessTokens tokens)
    {
        var issuer = settings.Value;
        options.MapInboundClaims = false;
        options.Authority = issuer.Authority.Length == 0 ? null : issuer.Authority;
        options.Audience = issuer.Audience;
        options.RequireHttpsMetadata = issuer.RequireHttps;
        options.TokenValidationParameters.LifetimeValidator = tokens.IsAlive;
        options.Events = new JwtBearerEvents
        {
            OnTokenValidated = context => Replace(context, accounts => accounts.OfSubjectAsync(
                issuer.Authority, context.Principal?.FindFirst("sub")?.Value, OpenIdConnect, context.HttpContext.RequestAborted)),
        };
    }

    private static async Task Replace(TokenValidatedContext context, Func<AccountPrincipals, Task<System.Security.Claims.ClaimsPrincipal?>> find)
    {
        if (await find(context.HttpContext.RequestServices.GetRequiredService<AccountPrincipals>()) is { } principal)
        {
            context.Principal = principal;
        }
        else
        {
            context.Fail("The session has ended or the account is not known here.");
        }
    }

    private static void OfThePages(CookieAuthenticationOptions options, IOptions<SignInSettings> settings)
    {
        options.ExpireTimeSpan = TimeSpan.FromDays(settings.Value.RefreshTokenDays);
        options.Cookie.Name = "learning";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.LoginPath = "/sign-in";
        options.Events.OnRedirectToLogin = context => Challenge(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Challenge(context, StatusCodes.Status403Forbidden);
        options.Events.OnValidatePrincipal = async context =>
        {
            var accounts = context.HttpContext.RequestServices.GetRequiredService<AccountPrincipals>();
            var principal = await accounts.OfSessionAsync(
                context.Principal?.FindFirst("sub")?.Value, context.Principal?.FindFirst("sid")?.Value, Cookie, context.HttpContext.RequestAborted);
            if (principal is null)
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(Cookie);
            }
            else
            {
                context.ReplacePrincipal(principal);
            }
        };
    }

    // A person is led to the sign-in page; a program gets the status.
    private static Task Challenge(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        var isPage = HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        if (isPage && status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }
}
