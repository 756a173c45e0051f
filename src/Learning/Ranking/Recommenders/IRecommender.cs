namespace Learning.Ranking.Recommenders;

/// <summary>A way to recommend. Simple ones are citizens: a trained one earns its place against them.</summary>
public interface IRecommender
{
    /// <summary>Its name, lower-case words and hyphens.</summary>
    string Name { get; }

    /// <summary>What it must know of a person before it can say anything.</summary>
    Needs Needs { get; }

    /// <summary>Learns from what people did.</summary>
    IFittedRecommender Fit(TrainingData data, CancellationToken cancellationToken);
}

/// <summary>A recommender that has learned. It may be asked by many threads at once.</summary>
public interface IFittedRecommender
{
    /// <summary>Scores every item for a person; more is better. What the person did already is scored too: the caller takes it out.</summary>
    /// <param name="person">What is known of the person.</param>
    /// <param name="scores">One place per item; overwritten.</param>
    void Score(in Learned person, Span<float> scores);
}

/// <summary>What must be known.</summary>
[Flags]
public enum Needs
{
    /// <summary>Nothing of the person.</summary>
    Nothing = 0,

    /// <summary>Something the person learned.</summary>
    History = 1,

    /// <summary>Traits, such as age or occupation.</summary>
    Traits = 2,

    /// <summary>Times that are real.</summary>
    Times = 4,

    /// <summary>Words or categories of the items.</summary>
    Content = 8,
}

/// <summary>What recommenders learn from.</summary>
/// <param name="Interactions">Who learned what.</param>
/// <param name="Traits">Traits of the people, row by row; null where none are known.</param>
/// <param name="Content">A direction for each item, length 1 or 0; null where nothing is known of items.</param>
public sealed record TrainingData(Interactions Interactions, TraitTable? Traits, IReadOnlyList<float[]>? Content)
{
    /// <summary>What is known of a person.</summary>
    public Learned Person(int person) => Interactions.LearnedBy(person, Traits is null ? default : Traits.Of(person));

    /// <summary>What can be known here at most.</summary>
    public Needs Known => Needs.History | (Traits is null ? Needs.Nothing : Needs.Traits) | (Interactions.HasTimes ? Needs.Times : Needs.Nothing) | (Content is null ? Needs.Nothing : Needs.Content);
}
