namespace Learning.Plans.Solving;

/// <summary>Chance from a seed, quick and the same on every machine (splitmix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
