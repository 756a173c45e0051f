using System.ComponentModel.DataAnnotations;

namespace Learning.Embeddings;

/// <summary>
/// Where vectors come from. <c>Learning:Embedding</c> says which kind; what it needs stands below it
/// (<c>Learning:Embedding:Endpoint</c> and so on).
/// </summary>
public sealed class EmbeddingOptions : IValidatableObject
{
    /// <summary>Name of the setting and of the section below it.</summary>
    public const string Section = "Learning:Embedding";

    /// <summary>Which kind.</summary>
    [EnumDataType(typeof(EmbeddingKind))]
    public EmbeddingKind Kind { get; set; } = EmbeddingKind.Embedded;

    /// <summary>Embedded: the folder with <c>zh/</c> and <c>en/</c>. By default <c>models/embedding</c> beside the program or in a folder above it.</summary>
    public string? Folder { get; set; }

    /// <summary>OpenAI: the address up to and with <c>/v1</c>.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>OpenAI: the model's name at the endpoint; it must read every language in use.</summary>
    public string? Model { get; set; }

    /// <summary>OpenAI: the key; empty for endpoints that ask for none.</summary>
    public string? Key { get; set; }

    /// <summary>OpenAI: how many numbers its vectors have. Answers of another size are refused.</summary>
    [Range(1, 16_384)]
    public int Dimension { get; set; } = 1_024;

    /// <summary>OpenAI: seconds until an unanswered call counts as failed.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>OpenAI: texts in one call.</summary>
    [Range(1, 2_048)]
    public int BatchSize { get; set; } = 64;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind != EmbeddingKind.OpenAI) yield break;
        if (Endpoint is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            yield return new ValidationResult($"{Section}:{nameof(Endpoint)} must be an http or https address when {Section} is OpenAI.", [nameof(Endpoint)]);
        if (string.IsNullOrWhiteSpace(Model))
            yield return new ValidationResult($"{Section}:{nameof(Model)} must name a model when {Section} is OpenAI.", [nameof(Model)]);
    }
}

/// <summary>Kinds of embedding.</summary>
public enum EmbeddingKind
{
    /// <summary>The models in <c>models/embedding</c>, in this process.</summary>
    Embedded,

    /// <summary>An endpoint that speaks OpenAI's embeddings protocol.</summary>
    OpenAI,
}
