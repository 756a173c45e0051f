using Learning.Candidates;
using Learning.Data;
using Learning.Embeddings;
using Learning.Indexing;
using Learning.Indexing.Embedded;
using Learning.Materials;
using Learning.Members;
using Learning.Members.Occupations;
using Learning.Plans;
using Learning.Plans.Words;
using Learning.Ranking;
using Learning.Ranking.Models;
using Learning.Records;
using Learning.Records.Ledger;
using Learning.Reviews;
using Learning.Reviews.Batch;
using Learning.Retraining;
using Learning.Rights;
using Learning.Rules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Learning;

/// <summary>The engine's table of contents: every step in the order in which data flows.</summary>
public static class LearningServices
{
    /// <summary>Adds the engine. The database is the host's to add (<c>AddLearningData</c>).</summary>
    public static IServiceCollection AddLearning(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(IdSource.ByChance);
        return services
            .AddMembers()
            .AddRules()
            .AddMaterials()
            .AddRecords()
            .AddEmbeddings(configuration)
            .AddIndexing()
            .AddCandidates()
            .AddRanking(configuration)
            .AddPlans(configuration)
            .AddWords(configuration)
            .AddReviews(configuration)
            .AddRetraining(configuration)
            .AddRights();
    }

    private static IServiceCollection AddMembers(this IServiceCollection services) =>
        services
        .AddSingleton(provider => new OccupationMatcher(OccupationSenses.Of(provider.GetRequiredService<EmbeddingModels>())))
        .AddScoped<MemberKeeping>().AddScoped<RosterImport>();

    private static IServiceCollection AddRules(this IServiceCollection services) =>
        services.AddSingleton(provider => RulePacks.Read(
            DataFolder.Find("data/rules"),
            Path.Combine(provider.GetRequiredService<IOptions<DataOptions>>().Value.DataFolder, RulePacks.LocalFolder)));

    private static IServiceCollection AddMaterials(this IServiceCollection services) =>
        services.AddSingleton<Catalogue>().AddScoped<MaterialImport>();

    private static IServiceCollection AddRecords(this IServiceCollection services) =>
        services.AddScoped<HoursLedger>().AddScoped<HoursGiving>().AddScoped<RecordIntake>();

    private static IServiceCollection AddIndexing(this IServiceCollection services) =>
        services.AddSingleton<ISearchIndex, EmbeddedIndex>().AddSingleton<MaterialSearch>().AddSingleton<VectorKeeper>();

    private static IServiceCollection AddCandidates(this IServiceCollection services) =>
        services.AddSingleton<StatisticsKeeper>().AddScoped<RequestReader>();

    private static IServiceCollection AddRanking(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ExplorationOptions>().Bind(configuration.GetSection(ExplorationOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<ModelStore>()
            .AddSingleton<ServingRankers>()
            .AddScoped(provider => provider.GetRequiredService<ServingRankers>().Current())
            .AddScoped<Recommender>();
    }

    private static IServiceCollection AddPlans(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RecallOptions>().Bind(configuration.GetSection(RecallOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services.AddScoped<PlanDrafting>().AddScoped<PlanRecheck>();
    }

    private static IServiceCollection AddReviews(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RenewalOptions>().Bind(configuration.GetSection(RenewalOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services.AddScoped<PlanReview>().AddScoped<PolicyApproval>().AddScoped<PlanRuns>().AddScoped<PlanRenewals>().AddSingleton<PlanRunWork>();
    }

    private static IServiceCollection AddRetraining(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RetrainingOptions>().Bind(configuration.GetSection(RetrainingOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<Promotion>().AddSingleton<LearningWatch>().AddScoped<Retrainer>().AddScoped<TrainingRuns>();
    }

    private static IServiceCollection AddRights(this IServiceCollection services) =>
        services.AddScoped<EraseMember>();
}
