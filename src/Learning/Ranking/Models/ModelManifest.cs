namespace Learning.Ranking.Models;

/// <summary>What a trained model was made from and how good it was: all that somebody needs who asks, and nothing of a person.</summary>
public sealed record ModelManifest
{
    /// <summary>Its id: the day its data ends and the beginning of the hash of its data. The same data and settings give the same id.</summary>
    public required string Id { get; init; }

    /// <summary><c>linear</c> or <c>trees</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Id of the model that served when this one was trained.</summary>
    public required string Parent { get; init; }

    /// <summary>When it was trained.</summary>
    public required DateTimeOffset TrainedAt { get; init; }

    /// <summary>What it was trained on.</summary>
    public required ModelData Data { get; init; }

    /// <summary>The features it looks at, in the order of its rows.</summary>
    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>Settings of the fit, by name.</summary>
    public required IReadOnlyDictionary<string, double> Parameters { get; init; }

    /// <summary>How much each feature counts: points for a value of 1 in a sum, the mean size of what it adds in trees.</summary>
    public required IReadOnlyDictionary<string, double> Weights { get; init; }

    /// <summary>Score of the model that becomes 0.</summary>
    public required double Offset { get; init; }

    /// <summary>Standard deviation of its scores.</summary>
    public required double Scale { get; init; }

    /// <summary>How good it was on the time after its data, against the model that served.</summary>
    public required ModelScores Scores { get; init; }

    /// <summary>The same by age band and occupation group.</summary>
    public required IReadOnlyList<GroupScores> Groups { get; init; }

    /// <summary>What it and the one that served would have earned in lines that chance filled; null where too few were.</summary>
    public ChanceScores? Chance { get; init; }

    /// <summary>How each kind of model did inside the training data, where the kind was chosen.</summary>
    public IReadOnlyDictionary<string, double> Chosen { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Why the gate refused it; empty when it passed.</summary>
    public required IReadOnlyList<string> Refusals { get; init; }

    /// <summary>What it would have shown people: the values of each feature, to notice when what is shown drifts away.</summary>
    public IReadOnlyDictionary<string, FeatureSpread> Shown { get; init; } = new Dictionary<string, FeatureSpread>(StringComparer.Ordinal);

    /// <summary>SHA-256 of the file with the model, in hexadecimal.</summary>
    public required string ModelHash { get; init; }
}

/// <summary>The data of a model.</summary>
/// <param name="Hash">SHA-256 of all that went in, in hexadecimal.</param>
/// <param name="From">First moment of which a list was made.</param>
/// <param name="Cut">Nothing after this moment was trained on.</param>
/// <param name="Until">What lies between the cut and this moment was judged on.</param>
/// <param name="People">People it was trained on.</param>
/// <param name="Lists">Lists it was trained on.</param>
/// <param name="Replayed">How many of them were made from records, because no list had been logged.</param>
/// <param name="Rows">Lines of the lists.</param>
/// <param name="Synthetic">Share of the records that are synthetic.</param>
public sealed record ModelData(string Hash, DateTimeOffset From, DateTimeOffset Cut, DateTimeOffset Until, int People, int Lists, int Replayed, int Rows, double Synthetic);

/// <summary>A comparison on the same people.</summary>
/// <param name="People">How many.</param>
/// <param name="Ndcg">nDCG@10 of the model.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Serving">nDCG@10 of the model that served.</param>
/// <param name="Difference">Mean difference, person by person.</param>
/// <param name="DifferenceLow">Lower end of its 95 % interval.</param>
/// <param name="DifferenceHigh">Upper end.</param>
public sealed record ModelScores(int People, double Ndcg, double Low, double High, double Serving, double Difference, double DifferenceLow, double DifferenceHigh);

/// <summary>The comparison within one group.</summary>
/// <param name="AgeBand">Age band; null: all.</param>
/// <param name="Occupation">Occupation group; null: all.</param>
/// <param name="People">How many.</param>
/// <param name="Ndcg">nDCG@10 of the model.</param>
/// <param name="Serving">nDCG@10 of the model that served.</param>
/// <param name="Difference">Mean difference.</param>
/// <param name="Best">The difference is below this with 99 % confidence; below 0, the model is worse for the group.</param>
public sealed record GroupScores(string? AgeBand, string? Occupation, int People, double Ndcg, double Serving, double Difference, double Best);

/// <summary>Two models in the lines that chance filled.</summary>
/// <param name="Lines">How many.</param>
/// <param name="Shown">Share that was finished of what chance took.</param>
/// <param name="Model">What the model would have earned.</param>
/// <param name="Serving">What the one that served would have.</param>
/// <param name="Difference">How much more the model, doubly robust and line by line.</param>
/// <param name="Error">Standard error of the difference.</param>
public sealed record ChanceScores(int Lines, double Shown, ChanceScore Model, ChanceScore Serving, double Difference, double Error);

/// <summary>Share of its choices that would have been finished.</summary>
/// <param name="Weighted">By self-normalised inverse propensities (SNIPS).</param>
/// <param name="WeightedError">Its standard error.</param>
/// <param name="Robust">Doubly robust.</param>
/// <param name="RobustError">Its standard error.</param>
/// <param name="Lines">How many lines with equal weights would say as much.</param>
public sealed record ChanceScore(double Weighted, double WeightedError, double Robust, double RobustError, double Lines);

/// <summary>How the values of a feature are spread.</summary>
/// <param name="Edges">Upper ends of the bins, without the last.</param>
/// <param name="Shares">Share of the values in each bin.</param>
public sealed record FeatureSpread(IReadOnlyList<double> Edges, IReadOnlyList<double> Shares);

/// <summary>Which model serves.</summary>
/// <param name="Model">Its id.</param>
/// <param name="Since">Since when.</param>
/// <param name="By">Who put it there: <c>gate</c>, or a person's role.</param>
/// <param name="Before">Those that served before it, the last first; a rollback goes to the first of them.</param>
public sealed record ServingModel(string Model, DateTimeOffset? Since, string By, IReadOnlyList<string> Before);

/// <summary>That people were erased whom a model had been trained on.</summary>
/// <param name="Count">How many.</param>
/// <param name="Last">When the last one was.</param>
public sealed record ErasedMark(int Count, DateTimeOffset Last);
