using Learning.Candidates;
using Learning.Materials;
using Learning.Ranking.Features;

namespace Learning.Ranking;

/// <summary>Every feature there is, in the order in which their values stand in a row.</summary>
public static class FeatureSet
{
    /// <summary>The features. A new one stands at the end: what is logged names its values, so old logs stay readable.</summary>
    public static IReadOnlyList<NamedFeature> All { get; } =
    [
        new(new QueryMatch(), Personal: false),
        new(new RequiredByRule(), Personal: false),
        new(new SimilarToHistory(), Personal: true),
        new(new LearnedTogether(), Personal: true),
        new(new CohortPopularity(), Personal: true),
        new(new MadeForOccupation(), Personal: true),
        new(new MadeForAge(), Personal: true),
        new(new TopicOfInterest(), Personal: true),
        new(new Popularity(), Personal: false),
        new(new LevelFit(), Personal: true),
        new(new InLanguage(), Personal: false),
        new(new Newness(), Personal: false),
        new(new WhatComesNext(), Personal: true),
        new(new TopicLearned(), Personal: true),
        new(new TopicBalance(), Personal: true),
        new(new TimeFit(), Personal: true),
        new(new WayOfStudying(), Personal: true),
        new(new SavedForLater(), Personal: true),
        new(new Begun(), Personal: true),
        new(new LatelyPopular(), Personal: false),
        new(new Novelty(), Personal: false),
        new(new RecallQuality(), Personal: false),
        new(new BelongsWith(), Personal: true),
    ];

    /// <summary>The features by name.</summary>
    public static IReadOnlyDictionary<string, NamedFeature> ByName { get; } = All.ToDictionary(named => named.Name, StringComparer.Ordinal);

    /// <summary>The place of each feature in a row, by name.</summary>
    public static IReadOnlyDictionary<string, int> Places { get; } =
        All.Select((named, place) => (named.Name, place)).ToDictionary(pair => pair.Name, pair => pair.place, StringComparer.Ordinal);

    /// <summary>The values for one material. With personalisation off what is personal is 0 and not even asked.</summary>
    public static void Fill(Span<float> row, CatalogueEntry material, RankingContext context)
    {
        var impersonal = context.Request.Person is null;
        for (var place = 0; place < row.Length; place++)
        {
            row[place] = impersonal && All[place].Personal ? 0 : (float)All[place].Feature.Of(material, context);
        }
    }

    /// <summary>The rows of materials, one after another.</summary>
    public static float[] Rows(IReadOnlyCollection<CatalogueEntry> materials, CandidateRequest request)
    {
        var context = new RankingContext(request);
        var rows = new float[materials.Count * All.Count];
        var place = 0;
        foreach (var material in materials)
        {
            Fill(rows.AsSpan(place, All.Count), material, context);
            place += All.Count;
        }

        return rows;
    }
}

/// <summary>A feature and whether it looks at the person.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Personal">Whether it looks at the person; such features are 0 for everybody with personalisation off.</param>
public sealed record NamedFeature(IFeature Feature, bool Personal)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = Feature.Name;
}
