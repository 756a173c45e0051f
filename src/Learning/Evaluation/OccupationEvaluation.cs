using System.Diagnostics;
using System.Text.Json.Serialization;
using Learning.Members.Occupations;

namespace Learning.Evaluation;

/// <summary>Judges the matching of occupations on job titles that people have given a code.</summary>
public static class OccupationEvaluation
{
    private const int Shown = 5;
    private const int Step = 100;

    /// <summary>Matches every title, as a request or a roster would, and compares.</summary>
    /// <param name="file">CSV whose first two columns are title and code.</param>
    /// <param name="matcher">The matcher.</param>
    /// <param name="progress">Told how far it is, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BrokenRule">The cases cannot be read.</exception>
    public static OccupationReport Run(string file, OccupationMatcher matcher, IProgress<EvaluationProgress>? progress, CancellationToken cancellationToken)
    {
        var (cases, unreadable) = OccupationCases.Read(file);
        _ = matcher.Match(cases[0].Title, Shown);
        int first = 0, amongFive = 0, taken = 0, takenRight = 0;
        var watch = Stopwatch.StartNew();
        for (var at = 0; at < cases.Count; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var match = matcher.Match(cases[at].Title, Shown);
            var isFirst = match.Candidates is [var best, ..] && best.Occupation.Code == cases[at].Code;
            first += isFirst ? 1 : 0;
            amongFive += match.Candidates.Any(candidate => candidate.Occupation.Code == cases[at].Code) ? 1 : 0;
            taken += match.IsConfident ? 1 : 0;
            takenRight += match.IsConfident && isFirst ? 1 : 0;
            if ((at + 1) % Step == 0 || at + 1 == cases.Count) progress?.Report(new EvaluationProgress("match", at + 1, cases.Count));
        }

        return new OccupationReport(
            cases.Count, Share(first, cases.Count), Share(amongFive, cases.Count), Share(taken, cases.Count), Share(takenRight, taken),
            unreadable, Math.Round(watch.Elapsed.TotalMilliseconds / cases.Count, 3));
    }

    private static double Share(int some, int all) => all == 0 ? 0 : Math.Round((double)some / all, 4);
}

/// <summary>How well occupations are matched.</summary>
/// <param name="Cases">Titles with a code.</param>
/// <param name="First">Share whose code comes first.</param>
/// <param name="AmongFive">Share whose code is among the first five.</param>
/// <param name="Taken">Share that is taken without asking anybody.</param>
/// <param name="TakenPrecision">Share of those taken that is right.</param>
/// <param name="Unreadable">Lines without title or code, the header aside; they are not judged.</param>
/// <param name="MillisecondsPerTitle">Time to match one title.</param>
public sealed record OccupationReport(
    [property: JsonPropertyName("cases")] int Cases,
    [property: JsonPropertyName("acc@1")] double First,
    [property: JsonPropertyName("acc@5")] double AmongFive,
    [property: JsonPropertyName("taken")] double Taken,
    [property: JsonPropertyName("takenPrecision")] double TakenPrecision,
    [property: JsonPropertyName("unreadable")] int Unreadable,
    [property: JsonPropertyName("msPerTitle")] double MillisecondsPerTitle);
