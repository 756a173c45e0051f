using Learning.Materials;
using Learning.Members;

namespace Learning.Candidates;

/// <summary>Takes out what must not be shown, and names why. It is the last step of every path.</summary>
public static class Funnel
{
    /// <summary>Every reason it knows, in the order in which it looks.</summary>
    public static IReadOnlyList<string> Rules { get; } =
    [
        "withdrawn", "other-organisation", "not-yet-valid", "expired", "audience-occupation", "audience-age",
        "done", "dismissed", "prerequisite-missing",
    ];

    /// <summary>Why a material must not be shown; null when it may.</summary>
    public static Exclusion? WhyNot(CatalogueEntry material, CandidateRequest request) =>
        OfTheMaterial(material, request) ?? OfTheAudience(material, request.Person) ?? OfTheHistory(material, request);

    private static Exclusion? OfTheMaterial(CatalogueEntry material, CandidateRequest request) => material switch
    {
        { IsWithdrawn: true } => new("withdrawn"),
        _ when material.Organisation != request.Organisation => new("other-organisation"),
        _ when material.ValidFrom > request.Today => new("not-yet-valid", ("date", $"{material.ValidFrom:yyyy-MM-dd}")),
        _ when material.ValidUntil < request.Today => new("expired", ("date", $"{material.ValidUntil:yyyy-MM-dd}")),
        _ => null,
    };

    private static Exclusion? OfTheAudience(CatalogueEntry material, Person? person)
    {
        if (material.Occupations.Count > 0 && !Occupation.IsWithinAny(person?.OccupationCode, material.Occupations))
        {
            return new("audience-occupation", ("codes", string.Join(", ", material.Occupations)));
        }

        return material.AgeBands.Count > 0 && (person?.AgeBand is not { } band || !material.AgeBands.Contains(band))
            ? new("audience-age", ("bands", string.Join(", ", material.AgeBands)))
            : null;
    }

    private static Exclusion? OfTheHistory(CatalogueEntry material, CandidateRequest request)
    {
        var history = request.Person?.History ?? Records.History.Empty;
        if (history.LessonsDone.Contains(material.Lesson))
        {
            return new("done");
        }

        if (history.Dismissed.Contains(material.Id))
        {
            return new("dismissed");
        }

        if (request.PrerequisitesMayFollow || material.PrerequisiteKeys.Count == 0)
        {
            return null;
        }

        var missing = request.Catalogue.PrerequisitesOf(material)
            .Select(id => request.Catalogue.ById[id])
            .FirstOrDefault(prerequisite => !history.LessonsDone.Contains(prerequisite.Lesson));
        return missing is null ? null : new("prerequisite-missing", ("title", missing.Title));
    }
}

/// <summary>Why a material was taken out.</summary>
/// <param name="Rule">One of <see cref="Funnel.Rules"/>, or a later step's own.</param>
/// <param name="Values">Values for the sentence that says it.</param>
public sealed record Exclusion(string Rule, params IReadOnlyList<(string Name, string Value)> Values);
