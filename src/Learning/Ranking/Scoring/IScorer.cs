namespace Learning.Ranking.Scoring;

/// <summary>Makes one number of a row of feature values, and can say exactly how it came about.</summary>
public interface IScorer
{
    /// <summary>What a material gets of which nothing is said; the score is this and the contributions.</summary>
    double Base { get; }

    /// <summary>How many values a row has.</summary>
    int Width { get; }

    /// <summary>The score of a row.</summary>
    double Score(ReadOnlySpan<float> row);

    /// <summary>What each value added: exact, so that <see cref="Base"/> and they make up the score.</summary>
    void Contributions(ReadOnlySpan<float> row, Span<double> contributions);
}
