using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>1 where the level suits what the person knows of the topic: introductory at first, intermediate after three lessons, advanced after eight.</summary>
public sealed class LevelFit : IFeature
{
    private const int KnowsTheBasics = 3;
    private const int KnowsTheField = 8;

    /// <inheritdoc />
    public string Name => "level-fit";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context)
    {
        var finished = 0;
        for (var place = 0; place < material.Topics.Count; place++)
        {
            finished = Math.Max(finished, context.FinishedByTopic.GetValueOrDefault(material.Topics[place]));
        }

        var suits = finished >= KnowsTheField ? Level.Advanced : finished >= KnowsTheBasics ? Level.Intermediate : Level.Introductory;
        return 1 - (0.5 * Math.Abs((int)suits - (int)material.Level));
    }
}
