using Learning.Rules;

namespace Learning.Seeding;

/// <summary>The fictional organisation: <c>organisation.yaml</c>.</summary>
internal sealed class SeedOrganisation
{
    public required string Key { get; init; }

    /// <summary>Always true here; in the file for whoever opens it.</summary>
    public required bool Synthetic { get; init; }

    public required long Seed { get; init; }

    /// <summary>How many months of records.</summary>
    public required int Months { get; init; }

    public required BothLanguages Name { get; init; }

    public required List<SeedGroup> Groups { get; init; }

    /// <summary>Lessons that a new member studies first.</summary>
    public required List<string> Newcomers { get; init; }

    public required SeedDemo Demo { get; init; }

    public required List<SeedSeason> Seasons { get; init; }
}

/// <summary>A group, parents before children.</summary>
internal sealed class SeedGroup
{
    public required string Key { get; init; }

    public string? Parent { get; init; }

    public required BothLanguages Name { get; init; }

    public List<SeedRequirement> Requires { get; init; } = [];
}

/// <summary>A lesson a group asks for; days count from the reference day.</summary>
internal sealed class SeedRequirement
{
    public required string Lesson { get; init; }

    public required int SinceDays { get; init; }

    public required int DueInDays { get; init; }
}

/// <summary>The member behind the demo account.</summary>
internal sealed class SeedDemo
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required int Age { get; init; }

    public required string Trade { get; init; }

    public required string Group { get; init; }

    public required string Said { get; init; }

    /// <summary>How many lessons the history holds.</summary>
    public required int Lessons { get; init; }

    public required Dictionary<string, double> Likes { get; init; }

    public required List<string> Tags { get; init; }

    /// <summary>Lessons not touched, so that the plan has something with a date to place.</summary>
    public required List<string> Leaves { get; init; }
}

/// <summary>What the calendar does to what people pick.</summary>
internal sealed class SeedSeason
{
    /// <summary>Parts of lesson keys.</summary>
    public List<string> Keys { get; init; } = [];

    public List<string> Topics { get; init; } = [];

    public required List<int> Months { get; init; }

    public required double Boost { get; init; }
}
