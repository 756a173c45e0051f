using System.ComponentModel.DataAnnotations;

namespace Learning.Plans.Words.Models;

/// <summary>Which language model drafts words. <c>Learning:LanguageModel</c> says which kind; what it needs stands below it (<c>Learning:LanguageModel:Endpoint</c> and so on).</summary>
public sealed class LanguageModelOptions : IValidatableObject
{
    /// <summary>Name of the setting and of the section below it.</summary>
    public const string Section = "Learning:LanguageModel";

    /// <summary>Which kind.</summary>
    [EnumDataType(typeof(LanguageModelKind))]
    public LanguageModelKind Kind { get; set; } = LanguageModelKind.None;

    /// <summary>The address up to and with <c>/v1</c>.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The model's name at the endpoint.</summary>
    public string? Model { get; set; }

    /// <summary>The key; empty for endpoints that ask for none.</summary>
    public string? Key { get; set; }

    /// <summary>Whether the model may call functions that read the plan and the catalogue; for endpoints that cannot, say no.</summary>
    public bool Functions { get; set; } = true;

    /// <summary>Seconds one answer may take in all, retries and functions included; then the template speaks.</summary>
    [Range(0.1, 120)]
    public double TotalSeconds { get; set; } = 20;

    /// <summary>Seconds one call may take.</summary>
    [Range(0.1, 120)]
    public double CallSeconds { get; set; } = 12;

    /// <summary>How often a call that failed is repeated.</summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 1;

    /// <summary>Tokens one answer may have.</summary>
    [Range(50, 8_000)]
    public int AnswerTokens { get; set; } = 1_500;

    /// <summary>Tokens, asked and answered, of one UTC day for this process; then the templates speak until the next.</summary>
    [Range(0, 1_000_000_000)]
    public long TokensPerDay { get; set; } = 2_000_000;

    /// <summary>Seconds for which a failing endpoint is left alone.</summary>
    [Range(0.5, 3_600)]
    public double BreakSeconds { get; set; } = 30;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind != LanguageModelKind.OpenAI)
        {
            yield break;
        }

        if (Endpoint is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            yield return new ValidationResult($"{Section}:{nameof(Endpoint)} must be an http or https address when {Section} is OpenAI.", [nameof(Endpoint)]);
        }

        if (string.IsNullOrWhiteSpace(Model))
        {
            yield return new ValidationResult($"{Section}:{nameof(Model)} must name a model when {Section} is OpenAI.", [nameof(Model)]);
        }
    }
}

/// <summary>Kinds of language model.</summary>
public enum LanguageModelKind
{
    /// <summary>None: the templates speak.</summary>
    None,

    /// <summary>An endpoint that speaks OpenAI's chat protocol.</summary>
    OpenAI,
}
