using System.Net;
using Learning.Plans.Words.FreeWords;
using Learning.Plans.Words.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace Learning.Plans.Words;

/// <summary>Puts the words into a host.</summary>
internal static class WordsServices
{
    private static readonly TimeSpan LongestWaitForARetry = TimeSpan.FromSeconds(2);

    public static IServiceCollection AddWords(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LanguageModelOptions>()
            .Configure(options => Read(configuration.GetSection(LanguageModelOptions.Section), options))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddHttpClient(LanguageModel.Client, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .AddResilienceHandler(LanguageModel.Client, Guard);
        return services.AddSingleton<TokenBudget>().AddSingleton<LanguageModel>().AddScoped<Narrator>().AddScoped<FreeWordsReader>();
    }

    private static void Guard(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ResilienceHandlerContext context)
    {
        var options = context.ServiceProvider.GetRequiredService<IOptions<LanguageModelOptions>>().Value;
        if (options.Retries > 0)
        {
            pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = options.Retries,
                Delay = TimeSpan.FromMilliseconds(200),
                BackoffType = DelayBackoffType.Exponential,
                ShouldHandle = IsWorthARetry,
            });
        }

        pipeline
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                FailureRatio = 0.8,
                MinimumThroughput = 5,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(options.BreakSeconds),
            })
            .AddTimeout(TimeSpan.FromSeconds(options.CallSeconds));
    }

    /// <summary>Passing faults, unless the endpoint asks for more patience than a reader has.</summary>
    private static ValueTask<bool> IsWorthARetry(RetryPredicateArguments<HttpResponseMessage> attempt) => new(
        HttpClientResiliencePredicates.IsTransient(attempt.Outcome)
        && !(attempt.Outcome.Result is { StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable } answer && answer.Headers.RetryAfter?.Delta > LongestWaitForARetry));

    // "Learning:LanguageModel" is a word and, to environment variables and flags, also a section.
    private static void Read(IConfigurationSection section, LanguageModelOptions options)
    {
        section.Bind(options);
        if (section.Value is { Length: > 0 } kind)
        {
            options.Kind = Enum.TryParse<LanguageModelKind>(kind, ignoreCase: true, out var parsed) ? parsed : (LanguageModelKind)(-1);
        }
    }
}
