namespace Learning.Seeding;

/// <summary>
/// Chance that falls the same way on every machine and in every version: SplitMix64 (Steele, Lea and Flood 2014), seeded by words.
/// Each person and lesson has a stream of its own, so adding one changes no other.
/// </summary>
internal sealed class Chance
{
    private ulong _state;

    private Chance(ulong state) => _state = state;

    /// <summary>The stream of something, named by words.</summary>
    public static Chance Of(long seed, params ReadOnlySpan<string> words)
    {
        // FNV-1a over the UTF-16 units of the words.
        var hash = 14695981039346656037UL ^ unchecked((ulong)seed);
        foreach (var word in words)
        {
            foreach (var letter in word)
            {
                hash = unchecked((hash ^ letter) * 1099511628211UL);
            }

            hash = unchecked((hash ^ 0x1F) * 1099511628211UL);
        }

        return new Chance(hash);
    }

    /// <summary>64 bits.</summary>
    public ulong Bits()
    {
        unchecked
        {
            var mixed = _state += 0x9E3779B97F4A7C15UL;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>From 0 up to but not including 1.</summary>
    public double Share() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>One of the keys, likelier where the weight is larger.</summary>
    public string OneOf(IReadOnlyDictionary<string, double> weights) => weights.Keys.ElementAt(Weighted([.. weights.Values]));

    /// <summary>A whole number from one to another, both included.</summary>
    public int Between(int from, int to) => from + (int)(Share() * (to - from + 1));

    /// <summary>Whether something of this likelihood happens.</summary>
    public bool Happens(double likelihood) => Share() < likelihood;

    /// <summary>One of a list.</summary>
    public T OneOf<T>(IReadOnlyList<T> list) => list[Between(0, list.Count - 1)];

    /// <summary>Normally distributed around 0 with spread 1 (Box and Muller 1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Share())) * Math.Cos(2 * Math.PI * Share());

    /// <summary>A place in a list of weights, likelier where the weight is larger; -1 when all are 0.</summary>
    public int Weighted(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        var last = -1;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i];
            last = weights[i] > 0 ? i : last;
        }

        var left = Share() * sum;
        for (var i = 0; i < weights.Length; i++)
        {
            left -= weights[i];
            if (left < 0 && weights[i] > 0)
            {
                return i;
            }
        }

        return last;
    }
}
