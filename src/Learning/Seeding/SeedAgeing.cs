namespace Learning.Seeding;

/// <summary>What age alone draws people to: the old to health, the young to what is new. Straight lines around forty.</summary>
internal static class SeedAgeing
{
    private const int Middle = 40;

    private static readonly Dictionary<string, double> PerDecade = new(StringComparer.Ordinal)
    {
        ["health"] = 0.3,
        ["social-security"] = 0.3,
        ["fraud-prevention"] = 0.15,
        ["food-safety"] = 0.1,
        ["first-aid"] = 0.1,
        ["live-streaming"] = -0.4,
        ["new-economy"] = -0.3,
        ["digital-skills"] = -0.15,
        ["platform-work"] = -0.1,
    };

    /// <summary>Pull of a topic at an age.</summary>
    public static double Pull(string topic, int age) => PerDecade.GetValueOrDefault(topic) * Math.Clamp((age - Middle) / 10.0, -2, 3);
}
