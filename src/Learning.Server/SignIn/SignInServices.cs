using Learning.Data;
using Learning.Data.Sqlite;
using Learning.Server.Settings;
using Learning.Server.SignIn.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Learning.Server.SignIn;

/// <summary>Who asks, and what they may. Nothing is open unless it says so.</summary>
internal static class SignInServices
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddSettings<SignInSettings>(SignInSettings.Section);
        services.AddSettings<OpenIdConnectSettings>(OpenIdConnectSettings.Section);
        services.AddSettings<FirstAdministratorSettings>(FirstAdministratorSettings.Section);
        services.AddDbContextPool<SignInDbContext>((provider, options) =>
            options.UseLearningSqlite(provider.GetRequiredService<IOptions<DataOptions>>().Value, SignInDbContext.MigrationsTable));
        services.AddAccounts();
        services.AddKeys();
        services.AddSchemes();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.Coordinates, policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator))
            .AddPolicy(Policies.Administers, policy => policy.RequireRole(Roles.Administrator));
        services.AddScoped<Caller>();
        services.AddScoped<Scope>();
        return services;
    }

    /// <summary>Asks who asks, and refuses whom the endpoint is not for.</summary>
    public static WebApplication UseSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.Use(async (context, next) =>
        {
            if (context.User.Identity?.IsAuthenticated == true)
            {
                var db = context.RequestServices.GetRequiredService<LearningDbContext>();
                await context.RequestServices.GetRequiredService<Caller>().FillAsync(context.User, db, context.RequestAborted);
            }

            await next(context);
        });
        return app;
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(identity =>
            {
                // Length is what counts; demanding signs makes passwords worse (NIST SP 800-63B).
                identity.Password = new PasswordOptions { RequiredLength = 8, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 1 };
                identity.User.AllowedUserNameCharacters = "";
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<SignInDbContext>();
        services.AddOptions<PasswordHasherOptions>().Configure<IOptions<SignInSettings>>((hasher, settings) => hasher.IterationCount = settings.Value.HashRounds);
        services.AddScoped<AccountBook>();
        services.AddScoped<AccountMaker>();
        services.AddScoped<AccountPrincipals>();
        services.AddScoped<DemoAccounts>();
        services.AddScoped<FirstAdministrator>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<Passwords>();
        services.AddScoped<Sessions>();
        services.AddSingleton<DemoRule>();
    }

    private static void AddKeys(this IServiceCollection services)
    {
        services.AddSingleton<SigningKey>();
        services.AddSingleton<AccessTokens>();
        services.AddDataProtection().SetApplicationName("Learning");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<DataOptions>>((keys, store) =>
            keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(SigningKey.Folder(store.Value)), NullLoggerFactory.Instance));
    }
}

/// <summary>Names of what an endpoint may ask of the caller.</summary>
internal static class Policies
{
    /// <summary>Coordinators and administrators.</summary>
    public const string Coordinates = "coordinates";

    /// <summary>Administrators.</summary>
    public const string Administers = "administers";
}
