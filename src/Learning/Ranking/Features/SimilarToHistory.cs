using System.Numerics.Tensors;
using Learning.Materials;

namespace Learning.Ranking.Features;

/// <summary>How much a material reads like what the person finished lately.</summary>
public sealed class SimilarToHistory : IFeature
{
    /// <inheritdoc />
    public string Name => "similar-to-history";

    /// <inheritdoc />
    public double Of(CatalogueEntry material, RankingContext context) =>
        context.Taste.IsEmpty ? 0 : Math.Clamp(context.Taste.SimilarityTo(material.Id, context.Request), 0, 1);

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Explain(CatalogueEntry material, RankingContext context)
    {
        var request = context.Request;
        var closest = request.VectorOf(material.Id) is not { } vector ? Guid.Empty : request.Person!.LatelyFinished(30)
            .Where(finished => request.VectorOf(finished)?.Model == vector.Model)
            .MaxBy(finished => TensorPrimitives.Dot(request.VectorOf(finished)!.Numbers.Span, vector.Numbers.Span));
        return new Dictionary<string, string>(StringComparer.Ordinal) { ["title"] = request.Catalogue.ById.GetValueOrDefault(closest)?.Title ?? "" };
    }
}
