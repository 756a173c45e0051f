using Learning.Embeddings.Onnx;
using Learning.Embeddings.Endpoint;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Learning.Embeddings;

/// <summary>Puts the room into a host.</summary>
public static class EmbeddingServices
{
    /// <summary>Adds <see cref="EmbeddingModels"/>, checked at start; weights are read at first use.</summary>
    public static IServiceCollection AddEmbeddings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EmbeddingOptions>()
            .Configure(options => Read(configuration.GetSection(EmbeddingOptions.Section), options))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton(provider => Create(provider.GetRequiredService<IOptions<EmbeddingOptions>>().Value));
        return services;
    }

    /// <summary>The models that the options ask for.</summary>
    public static EmbeddingModels Create(EmbeddingOptions options) =>
        options.Kind == EmbeddingKind.OpenAI
            ? new EmbeddingModels(EndpointEmbeddings.Model(options))
            : EmbeddedModels.In(ModelFolder.Find(options.Folder));

    // "Learning:Embedding" is a word and, to environment variables and flags, also a section.
    private static void Read(IConfigurationSection section, EmbeddingOptions options)
    {
        section.Bind(options);
        if (section.Value is not { Length: > 0 } kind) return;
        options.Kind = Enum.TryParse<EmbeddingKind>(kind, ignoreCase: true, out var parsed) ? parsed : (EmbeddingKind)(-1);
    }
}
