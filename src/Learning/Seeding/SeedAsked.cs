namespace Learning.Seeding;

/// <summary>Which lessons a member of a group is asked for, and since when.</summary>
internal sealed class SeedAsked
{
    private readonly Dictionary<string, List<(string Lesson, DateOnly Since)>> _byGroup = new(StringComparer.Ordinal);

    public SeedAsked(SeedOrganisation organisation, DateOnly today)
    {
        Newcomers = organisation.Newcomers;
        foreach (var group in organisation.Groups)
        {
            var own = group.Requires.Select(required => (required.Lesson, today.AddDays(required.SinceDays)));
            _byGroup[group.Key] = [.. group.Parent is null ? [] : _byGroup[group.Parent], .. own];
        }
    }

    /// <summary>What everybody is asked for first.</summary>
    public IReadOnlyList<string> Newcomers { get; }

    /// <summary>What a group and those above it ask for.</summary>
    public IReadOnlyList<(string Lesson, DateOnly Since)> Of(string group) => _byGroup[group];
}
