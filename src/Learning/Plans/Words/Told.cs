namespace Learning.Plans.Words;

/// <summary>What is told, by a template or by a model.</summary>
/// <param name="Kind">What was asked.</param>
/// <param name="Language">In which language.</param>
/// <param name="Sentences">The sentences, each with the materials it speaks of.</param>
public sealed record Told(WordsKind Kind, string Language, IReadOnlyList<ToldSentence> Sentences)
{
    /// <summary>Whether a language model wrote it.</summary>
    public bool AiGenerated => Model is not null;

    /// <summary>The model that wrote it; null for a template.</summary>
    public string? Model { get; init; }

    /// <summary>The number under which generated words are kept; null for a template.</summary>
    public Guid? ContentNumber { get; init; }

    /// <summary>Why the template speaks though a model is configured; null when it is as it should be.</summary>
    public string? Fallback { get; init; }

    /// <summary>All sentences in a row.</summary>
    public string Text => string.Join(Language == "zh" ? "" : " ", Sentences.Select(sentence => sentence.Text));
}

/// <summary>A sentence and the materials it speaks of.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Materials">Ids of materials of the plan.</param>
public sealed record ToldSentence(string Text, IReadOnlyList<Guid> Materials);

/// <summary>What can be asked.</summary>
public enum WordsKind
{
    /// <summary>The member's letter for the plan.</summary>
    Letter,

    /// <summary>Why this lesson, why now.</summary>
    Why,

    /// <summary>What a coordinator should look at.</summary>
    Attention,
}
