using Learning.Members;

namespace Learning.Rules;

/// <summary>What is asked of whom, since when, and where that stands written.</summary>
public sealed class RulePack
{
    /// <summary>Its id, lower-case words and hyphens; the file is called so.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required BothLanguages Title { get; init; }

    /// <summary>Where it stands.</summary>
    public required RuleSource Source { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day; null: until changed.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>To whom it applies; empty lists mean everybody.</summary>
    public RuleAudience AppliesTo { get; init; } = new();

    /// <summary>The hours it asks for; null when it asks for none.</summary>
    public RuleHours? Hours { get; init; }

    /// <summary>Hours of single topics it asks for.</summary>
    public List<RuleTopicHours> Topics { get; init; } = [];

    /// <summary>Materials it asks for.</summary>
    public List<RequiredMaterial> Required { get; init; } = [];

    /// <summary>What takes a person out of it.</summary>
    public List<RuleExemption> Exemptions { get; init; } = [];

    /// <summary>Whether it asks something of a member on a day. Exempt members are asked all the same, but not as a requirement; see <see cref="ExemptionOf"/>.</summary>
    public bool AppliesOn(DateOnly day, Member member)
    {
        if (day < From || day > Until)
        {
            return false;
        }

        var band = AgeBand.Of(member.AgeIn(day.Year))?.Id;
        return Matches(AppliesTo.Organisations, member.Organisation)
            && Matches(AppliesTo.AgeBands, band)
            && (AppliesTo.Occupations.Count == 0 || AppliesTo.Occupations.Any(code => Occupation.IsWithin(member.OccupationCode, code)));
    }

    /// <summary>The exemption of a member that this pack knows and that holds on a day; null when there is none.</summary>
    public RuleExemption? ExemptionOf(Member member, DateOnly day) =>
        Exemptions.FirstOrDefault(known => member.Exemptions.Exists(has => has.Kind == known.Kind && has.HoldsOn(day)));

    private static bool Matches(List<string> wanted, string? value) =>
        wanted.Count == 0 || (value is not null && wanted.Contains(value, StringComparer.Ordinal));
}

/// <summary>A text in both languages.</summary>
public sealed class BothLanguages
{
    /// <summary>In Chinese.</summary>
    public required string Zh { get; init; }

    /// <summary>In English.</summary>
    public required string En { get; init; }

    /// <summary>In the language asked for; English where it is not Chinese.</summary>
    public string In(string language) => language == "zh" ? Zh : En;
}

/// <summary>Where a rule stands written.</summary>
public sealed class RuleSource
{
    /// <summary>Title of the document.</summary>
    public required string Document { get; init; }

    /// <summary>Article.</summary>
    public required string Article { get; init; }

    /// <summary>Its words.</summary>
    public required string Quote { get; init; }

    /// <summary>Where to read it; empty when it is not public.</summary>
    public string Address { get; init; } = "";
}

/// <summary>To whom a rule applies; an empty list means everybody.</summary>
public sealed class RuleAudience
{
    /// <summary>Keys of organisations.</summary>
    public List<string> Organisations { get; init; } = [];

    /// <summary>Occupation codes or prefixes.</summary>
    public List<string> Occupations { get; init; } = [];

    /// <summary>Ids of age bands.</summary>
    public List<string> AgeBands { get; init; } = [];
}

/// <summary>Hours asked for in a period.</summary>
public sealed class RuleHours
{
    /// <summary>Credit hours.</summary>
    public required decimal Target { get; init; }

    /// <summary>The period: <c>year</c>, <c>half-year</c> or <c>quarter</c> of the calendar.</summary>
    public required string Period { get; init; }
}

/// <summary>Hours of one topic within the period of the pack.</summary>
public sealed class RuleTopicHours
{
    /// <summary>Topic id.</summary>
    public required string Topic { get; init; }

    /// <summary>Credit hours.</summary>
    public required decimal Hours { get; init; }
}

/// <summary>A material that a rule asks for.</summary>
public sealed class RequiredMaterial
{
    /// <summary>Key of the material in the member's organisation.</summary>
    public required string Key { get; init; }

    /// <summary>Last day; null: no date.</summary>
    public DateOnly? Due { get; init; }
}

/// <summary>What takes a person out of a rule.</summary>
public sealed class RuleExemption
{
    /// <summary>Kind, as in a member's exemptions.</summary>
    public required string Kind { get; init; }

    /// <summary>Article it stands in.</summary>
    public string Article { get; init; } = "";

    /// <summary>In words.</summary>
    public required BothLanguages Text { get; init; }
}
