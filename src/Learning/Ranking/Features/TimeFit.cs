using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>How well the material's minutes go into the person's free times: 1 where one of them takes it whole, in a way of studying it allows.</summary>
public sealed class TimeFit : IFeature
{
    /// <inheritdoc />
    public string Name => "time-fit";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context)
    {
        var longest = 0;
        var slots = context.Request.Person?.Slots ?? [];
        for (var place = 0; place < slots.Count; place++)
        {
            var slot = slots[place];
            var allowed = slot.Modes.Count == 0 ? material.Mode != Mode.Attend : slot.Modes.Contains(material.Mode);
            longest = allowed ? Math.Max(longest, slot.Minutes) : longest;
        }

        return material.Minutes <= longest ? 1 : longest / (double)Math.Max(1, material.Minutes);
    }
}
