using System.Numerics.Tensors;
using Learning.Indexing;

namespace Learning.Candidates;

/// <summary>The directions of what a person finished lately, apart for each embedding model. One list uses one; it is not for several threads at once.</summary>
public sealed class Taste
{
    private const int Remembered = 30;

    /// <summary>How many of the closest finished materials count: one strong likeness says more than thirty weak ones.</summary>
    private const int Closest = 3;

    private readonly List<MaterialVector> _finished;
    private readonly Dictionary<Guid, double> _known;

    private Taste(Person? whose, List<MaterialVector> finished, int materials)
    {
        Whose = whose;
        _finished = finished;
        _known = new Dictionary<Guid, double>(finished.Count == 0 ? 0 : materials);
    }

    /// <summary>Whether nothing is known.</summary>
    public bool IsEmpty => _finished.Count == 0;

    /// <summary>Whose taste it is.</summary>
    internal Person? Whose { get; }

    /// <summary>The taste of the person who asks.</summary>
    public static Taste Of(CandidateRequest request) => new(request.Person, [.. (request.Person?.LatelyFinished(Remembered) ?? [])
        .Select(request.VectorOf).OfType<MaterialVector>()], request.Catalogue.ById.Count);

    /// <summary>Mean cosine of a material to the closest few of what was finished, 0–1; 0 where nothing can be compared. Recall and ranking ask for the same ones, so it is kept.</summary>
    public double SimilarityTo(Guid material, CandidateRequest request)
    {
        if (_finished.Count == 0)
        {
            return 0;
        }

        if (!_known.TryGetValue(material, out var similarity))
        {
            _known[material] = similarity = request.VectorOf(material) is { } vector ? Compare(vector) : 0;
        }

        return similarity;
    }

    private double Compare(MaterialVector vector)
    {
        Span<double> closest = stackalloc double[Closest];
        closest.Clear();
        foreach (var finished in _finished)
        {
            if (finished.Model == vector.Model)
            {
                Keep(closest, TensorPrimitives.Dot(finished.Numbers.Span, vector.Numbers.Span));
            }
        }

        return TensorPrimitives.Sum<double>(closest) / Closest;
    }

    private static void Keep(Span<double> closest, double similarity)
    {
        for (var place = 0; place < closest.Length; place++)
        {
            if (similarity > closest[place])
            {
                (closest[place], similarity) = (similarity, closest[place]);
            }
        }
    }
}
