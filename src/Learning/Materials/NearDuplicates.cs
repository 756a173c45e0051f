using Learning.Materials.Twins;

namespace Learning.Materials;

/// <summary>
/// Decides whether two materials are the same lesson: the same text in another wrapper, or the same course from another platform.
/// Pure: the same two sides give the same answer in either order. The thresholds were set on 358 Chinese laws (the most alike of
/// different laws share 0.71 of their shingles) and on wrappers of the same texts (0.95 and more).
/// </summary>
public static class NearDuplicates
{
    private const double SameText = 0.8, SameTextInMore = 0.95, AtLeastHalf = 0.5;
    private const double SameTitleText = 0.65, SameInAllButName = 0.97;
    private const double SimilarTitle = 0.8, RelatedTitle = 0.4, SimilarDescription = 0.5;

    // Below this a text is the description of a course rather than the course.
    private const int DescriptionShingles = 600;

    /// <summary>The existing sides that are the same lesson as a candidate, the surest first.</summary>
    public static IReadOnlyList<Twin> Find(TwinSide candidate, IEnumerable<TwinSide> existing) =>
    [
        .. existing.Where(side => side.Id != candidate.Id).Select(side => Compare(candidate, side)).OfType<Twin>()
            .OrderByDescending(twin => Math.Max(twin.Jaccard, twin.TitleSimilarity * twin.Containment)).ThenBy(twin => twin.Id),
    ];

    /// <summary>The evidence that a candidate and another are the same lesson; null where they are not.</summary>
    public static Twin? Compare(TwinSide candidate, TwinSide other)
    {
        var (small, large) = (Math.Min(candidate.TextShingles.Count, other.TextShingles.Count), Math.Max(candidate.TextShingles.Count, other.TextShingles.Count));
        var title = candidate.Title.Similarity(other.Title);
        if (small < large * AtLeastHalf && title < SimilarTitle)
            return null;
        var common = Shingles.Common(candidate.TextShingles, other.TextShingles);
        var jaccard = Share(common, small + large - common);
        var containment = Share(common, small);
        var isSameText = jaccard >= SameText || (containment >= SameTextInMore && small >= large * AtLeastHalf);
        if (AreNamedApart(candidate, other, title))
            return jaccard >= SameInAllButName && small >= DescriptionShingles ? new Twin(other.Id, TwinKind.SameText, jaccard, containment, title) : null;
        if (isSameText || (candidate.Title.Equals(other.Title) && small >= DescriptionShingles && jaccard >= SameTitleText))
            return new Twin(other.Id, TwinKind.SameText, jaccard, containment, title);
        if (small >= DescriptionShingles || title < SimilarTitle)
            return null;
        var overlap = Shingles.Containment(candidate.DescriptionShingles, other.DescriptionShingles);
        return overlap >= SimilarDescription ? new Twin(other.Id, TwinKind.SameCourse, jaccard, overlap, title) : null;
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    // Laws are written alike, and parts, levels and years of a course are told alike; their names tell them apart.
    private static bool AreNamedApart(TwinSide one, TwinSide other, double title) =>
        (one.Title.IsLaw && other.Title.IsLaw && !one.Title.Equals(other.Title)) || (title >= RelatedTitle && one.Title.Contradicts(other.Title));
}

/// <summary>A material as it is compared.</summary>
/// <param name="id">Its id.</param>
/// <param name="title">Its title.</param>
/// <param name="summary">Its summary.</param>
/// <param name="text">Its text.</param>
public sealed class TwinSide(Guid id, string title, string summary, string text)
{
    private const int DescriptionCharacters = 2_000;
    private HashSet<ulong>? textShingles;
    private HashSet<ulong>? descriptionShingles;

    /// <summary>Its id.</summary>
    public Guid Id { get; } = id;

    internal TitleShape Title { get; } = new(title);

    internal HashSet<ulong> TextShingles => textShingles ??= Shingles.Of(text);

    // What platforms tell of a course: its summary, and the text where that is hardly more.
    internal HashSet<ulong> DescriptionShingles => descriptionShingles ??=
        Shingles.Of(summary.Length > 0 && (text.Length > DescriptionCharacters || text.StartsWith(summary, StringComparison.Ordinal)) ? summary : $"{summary}\n{text[..Math.Min(text.Length, DescriptionCharacters)]}", Shingles.ShortLength);
}

/// <summary>Two materials that are the same lesson, and why.</summary>
/// <param name="Id">The existing material.</param>
/// <param name="Kind">In which way they are the same.</param>
/// <param name="Jaccard">Share of common shingles of both texts.</param>
/// <param name="Containment">Share of the shorter text (of the shorter description for <see cref="TwinKind.SameCourse"/>) that is in the longer.</param>
/// <param name="TitleSimilarity">Likeness of the titles, 0–1.</param>
public sealed record Twin(Guid Id, TwinKind Kind, double Jaccard, double Containment, double TitleSimilarity);

/// <summary>In which way two materials are the same lesson.</summary>
public enum TwinKind
{
    /// <summary>The same text in another wrapper.</summary>
    SameText,

    /// <summary>The same course, told by another platform.</summary>
    SameCourse,
}
