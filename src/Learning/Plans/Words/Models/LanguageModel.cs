using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;
using OpenAI.Chat;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Learning.Plans.Words.Models;

/// <summary>Asks the configured language model through Semantic Kernel, within the budget. It never throws for what the endpoint does: a fault has a name.</summary>
public sealed class LanguageModel(IHttpClientFactory clients, IOptions<LanguageModelOptions> options, TokenBudget budget, TimeProvider time)
{
    /// <summary>Name of the HTTP client with its timeouts, retries and circuit breaker.</summary>
    internal const string Client = "language-model";

    private const int MostFunctionRounds = 4;

    /// <summary>Whether a model is configured.</summary>
    public bool IsThere => options.Value.Kind == LanguageModelKind.OpenAI;

    /// <summary>The model's name.</summary>
    public string Name => options.Value.Model ?? "";

    /// <summary>Asks.</summary>
    /// <param name="prompt">Name of the prompt file.</param>
    /// <param name="values">Values of the prompt; they are data and can't become messages.</param>
    /// <param name="facts">Functions the prompt itself calls.</param>
    /// <param name="functions">Functions the model may call.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task<ModelReply> AskAsync(
        string prompt, IReadOnlyDictionary<string, string> values, KernelPlugin? facts, KernelPlugin? functions, CancellationToken cancellationToken)
    {
        if (!budget.IsLeft)
        {
            return ModelReply.Failed("budget-spent");
        }

        using var total = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.TotalSeconds), time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(total.Token, cancellationToken);
        try
        {
            var kernel = NewKernel(facts, functions);
            var function = kernel.CreateFunctionFromPrompt(PromptFiles.Read(prompt), Settings(functions));
            var result = await function.InvokeAsync(kernel, Arguments(values, functions), both.Token);
            return Read(result, prompt);
        }
        catch (Exception problem) when (NameOf(problem, cancellationToken) is { } fault)
        {
            return ModelReply.Failed(fault);
        }
    }

    private Kernel NewKernel(KernelPlugin? facts, KernelPlugin? functions)
    {
        var client = new OpenAIClient(
            // The client insists on a key; endpoints without keys ignore it.
            new ApiKeyCredential(string.IsNullOrEmpty(options.Value.Key) ? "none" : options.Value.Key),
            new OpenAIClientOptions
            {
                Endpoint = options.Value.Endpoint,
                Transport = new HttpClientPipelineTransport(clients.CreateClient(Client)),
                // The HTTP client repeats and gives up; once is enough.
                RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
                NetworkTimeout = Timeout.InfiniteTimeSpan,
            });
        var builder = Kernel.CreateBuilder().AddOpenAIChatCompletion(options.Value.Model!, client);
        var kernel = builder.Build();
        foreach (var plugin in new[] { facts, functions }.OfType<KernelPlugin>())
        {
            kernel.Plugins.Add(plugin);
        }

        kernel.AutoFunctionInvocationFilters.Add(new FewRounds());
        return kernel;
    }

    private OpenAIPromptExecutionSettings Settings(KernelPlugin? functions) => new()
    {
        Temperature = 0,
        MaxTokens = options.Value.AnswerTokens,
        FunctionChoiceBehavior = functions is not null && options.Value.Functions ? FunctionChoiceBehavior.Auto([.. functions]) : null,
    };

    private KernelArguments Arguments(IReadOnlyDictionary<string, string> values, KernelPlugin? functions)
    {
        var arguments = new KernelArguments(Settings(functions));
        foreach (var (name, value) in values)
        {
            arguments[name] = value;
        }

        return arguments;
    }

    private ModelReply Read(FunctionResult result, string prompt)
    {
        var text = result.GetValue<string>() ?? "";
        budget.Spend(result.Metadata?.GetValueOrDefault("Usage") is ChatTokenUsage usage ? usage.TotalTokenCount : (PromptFiles.Read(prompt).Length + text.Length) / 2);
        return result.Metadata?.GetValueOrDefault("FinishReason")?.ToString() is "Length" or "length" ? ModelReply.Failed("cut")
            : string.IsNullOrWhiteSpace(text) ? ModelReply.Failed("garbage")
            : new ModelReply(text, null);
    }

    /// <summary>The name of what went wrong at the endpoint; null for what is our own fault or the caller's going away.</summary>
    private static string? NameOf(Exception problem, CancellationToken caller) => problem switch
    {
        _ when caller.IsCancellationRequested => null,
        TimeoutRejectedException or OperationCanceledException => "timeout",
        BrokenCircuitException => "circuit-open",
        HttpOperationException { StatusCode: { } status } => (int)status switch { 429 => "rate-limited", >= 500 => "server-error", 200 => "garbage", _ => "refused" },
        HttpOperationException or KernelException when problem.InnerException is { } inner => NameOf(inner, caller) ?? "unreachable",
        ClientResultException { Status: 429 } => "rate-limited",
        ClientResultException { Status: >= 500 } => "server-error",
        ClientResultException { Status: >= 400 } => "refused",
        ClientResultException or AggregateException when problem.InnerException is { } inner => NameOf(inner, caller) ?? "unreachable",
        HttpRequestException or IOException or ClientResultException => "unreachable",
        JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException or KernelException or HttpOperationException => "garbage",
        _ => null,
    };

    /// <summary>A model that keeps calling functions is told to answer.</summary>
    private sealed class FewRounds : IAutoFunctionInvocationFilter
    {
        public Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
        {
            context.Terminate = context.RequestSequenceIndex >= MostFunctionRounds;
            return next(context);
        }
    }
}
