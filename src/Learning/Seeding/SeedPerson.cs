using Learning.Members;

namespace Learning.Seeding;

/// <summary>A member as the generator knows one: with what no database would know.</summary>
internal sealed record SeedPerson
{
    public required Member Member { get; init; }

    public required SeedTrade Trade { get; init; }

    /// <summary>Key of the group the person is in now.</summary>
    public required string Group { get; init; }

    /// <summary>Pull of topics that is this person's own.</summary>
    public required IReadOnlyDictionary<string, double> Likes { get; init; }

    /// <summary>A taste that no topic names; lessons have a like one, see <see cref="SeedShelf"/>.</summary>
    public required double[] Latent { get; init; }

    /// <summary>How much of what is asked is answered right, as a logarithm of odds.</summary>
    public required double Skill { get; init; }

    /// <summary>How often the person sits down to study; 0 for those who never did.</summary>
    public required int Sessions { get; init; }

    /// <summary>First and last day of studying.</summary>
    public required (DateOnly First, DateOnly Last) Active { get; init; }

    /// <summary>The demo member's wish for a full history; null for everybody else.</summary>
    public SeedDemo? Demo { get; init; }
}
