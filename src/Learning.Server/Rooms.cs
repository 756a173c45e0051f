using Learning.Server.Materials;
using Learning.Server.Members;
using Learning.Server.Plans;
using Learning.Server.Records;
using Learning.Server.Ranking;

namespace Learning.Server;

/// <summary>What the rooms need beyond the engine.</summary>
internal static class Rooms
{
    public static IServiceCollection AddRooms(this IServiceCollection services) => services
        .AddMembers()
        .AddSingleton<IndexingWork>()
        .AddHostedService(provider => provider.GetRequiredService<IndexingWork>())
        .AddScoped<MaterialWriting>()
        .AddSingleton<PlanToday>()
        .AddScoped<HoursViews>()
        .AddScoped<AlgorithmTold>()
        .AddScoped<PlanViews>()
        .AddScoped<TellPlan.Teller>();
}
