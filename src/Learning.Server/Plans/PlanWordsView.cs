using Learning.Plans.Words;

namespace Learning.Server.Plans;

/// <summary>A plan told in words.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Version">Its version.</param>
/// <param name="Language">Language of the words.</param>
/// <param name="Text">All of it.</param>
/// <param name="Sentences">The same, sentence by sentence, each with the materials it speaks of.</param>
/// <param name="AiGenerated">Whether a language model wrote it.</param>
/// <param name="Label">What a page must show beside words that a model wrote; null where none did.</param>
/// <param name="Model">The model that wrote it.</param>
/// <param name="ContentNumber">The number under which generated words are kept.</param>
public sealed record PlanWordsView(
    Guid Plan, int Version, string Language, string Text, IReadOnlyList<SentenceView> Sentences, bool AiGenerated, string? Label, string? Model, Guid? ContentNumber)
{
    internal static PlanWordsView Of(Told told, PlanFacts facts) => new(
        facts.Plan, facts.Version, told.Language, told.Text, [.. told.Sentences.Select(sentence => new SentenceView(sentence.Text, sentence.Materials))],
        told.AiGenerated,
        told.AiGenerated ? Texts.Of("ai-label", told.Language, new Dictionary<string, string>(StringComparer.Ordinal) { ["model"] = told.Model!, ["number"] = $"{told.ContentNumber}" }) : null,
        told.Model,
        told.ContentNumber);
}

/// <summary>A sentence.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Materials">The materials it speaks of.</param>
public sealed record SentenceView(string Text, IReadOnlyList<Guid> Materials);
