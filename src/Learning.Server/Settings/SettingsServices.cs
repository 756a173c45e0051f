namespace Learning.Server.Settings;

/// <summary>Reads the settings; the server does not start with wrong ones.</summary>
internal static class SettingsServices
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>Where the server listens unless told.</summary>
    public const string DefaultAddress = "http://localhost:5080";

    public static WebApplicationBuilder AddSettings(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<LearningSettings>(LearningSettings.Section);
        builder.Services.AddSettings<LimitSettings>(LimitSettings.Section);
        if (Addresses.From(builder.Configuration).Count == 0)
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        var limits = builder.Configuration.GetSection(LimitSettings.Section).Get<LimitSettings>() ?? new LimitSettings();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = (long)limits.BodyMegabytes * Megabyte;
        });
        return builder;
    }

    /// <summary>Binds a section, with its ranges checked at the start.</summary>
    public static IServiceCollection AddSettings<T>(this IServiceCollection services, string section)
        where T : class
    {
        services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
