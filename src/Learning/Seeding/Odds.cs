namespace Learning.Seeding;

/// <summary>From the logarithm of odds to a likelihood.</summary>
internal static class Odds
{
    public static double Of(double logarithm) => 1 / (1 + Math.Exp(-logarithm));
}
