using Hangfire;
using Hangfire.InMemory;
using Learning.Server.Conventions;
using Learning.Server.SignIn;

namespace Learning.Server.Jobs;

/// <summary>
/// Work beside the requests, by Hangfire. Its queue is in memory and only says when: what is to be done stands in the database, and
/// what a killed process left is put into the queue again at the next start.
/// </summary>
internal static class JobServices
{
    private const string Dashboard = "/jobs";
    private const string OwnScriptsAndStyles = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        // A storage of the host's own, not Hangfire's static one: several hosts may live in one process.
        services.AddSingleton<JobStorage>(_ => new InMemoryStorage());
        services.AddHangfire(hangfire => hangfire.SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        services.AddHangfireServer(server =>
        {
            // One at a time, so that work beside the requests never takes more than one core from them.
            server.WorkerCount = 1;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(15);
        });
        services.AddScoped<RetrainingJob>().AddScoped<PlanRunJob>().AddScoped<PlanRenewalJob>();
        services.AddHostedService<JobsStart>();
        return services;
    }

    /// <summary>The dashboard: to look at, for administrators only.</summary>
    public static void MapJobs(this WebApplication app)
    {
        var branch = ((IEndpointRouteBuilder)app).CreateApplicationBuilder();
        branch.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = OwnScriptsAndStyles;
            return next(context);
        });
        branch.UseHangfireDashboard(Dashboard, new DashboardOptions
        {
            Authorization = [new ForAdministrators()],
            IsReadOnlyFunc = _ => true,
            AppPath = "/",
            DisplayStorageConnectionString = false,
            DashboardTitle = "Learning",
        });
        app.MapMethods(Dashboard + "/{**path}", [HttpMethods.Get, HttpMethods.Post], branch.Build())
            .RequireAuthorization(Policies.Administers)
            .NotRepeatable()
            .ExcludeFromDescription();
    }
}
