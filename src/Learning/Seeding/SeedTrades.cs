using Learning.Materials;

namespace Learning.Seeding;

/// <summary>Who the members are and when they have time: <c>trades.yaml</c>.</summary>
internal sealed class SeedTrades
{
    public required List<SeedTrade> Trades { get; init; }

    public required Dictionary<string, SeedShift> Shifts { get; init; }
}

/// <summary>People of one occupation.</summary>
internal sealed class SeedTrade
{
    public required string Id { get; init; }

    public required string Code { get; init; }

    public required int Count { get; init; }

    public required SeedAges Ages { get; init; }

    /// <summary>Share of women.</summary>
    public required double Women { get; init; }

    /// <summary>Share of people who read English first.</summary>
    public required double English { get; init; }

    /// <summary>How they call what they do, by language.</summary>
    public required Dictionary<string, List<string>> Said { get; init; }

    /// <summary>Their groups, with weights.</summary>
    public required Dictionary<string, double> Groups { get; init; }

    public required string Shift { get; init; }

    /// <summary>Pull of topics, as logarithms of odds.</summary>
    public required Dictionary<string, double> Likes { get; init; }

    /// <summary>Pull of ways to study.</summary>
    public required Dictionary<Mode, double> Modes { get; init; }
}

/// <summary>How old people are: normal around a mean, cut at both ends.</summary>
internal sealed class SeedAges
{
    public required double Mean { get; init; }

    public required double Spread { get; init; }

    public required int From { get; init; }

    public required int To { get; init; }
}

/// <summary>The week of a kind of work.</summary>
internal sealed class SeedShift
{
    /// <summary>Days off in a week.</summary>
    public required int RestDays { get; init; }

    /// <summary>Whether the days off are Saturday and Sunday.</summary>
    public bool WeekendOff { get; init; }

    /// <summary>Least and most of the minutes a day that people allow.</summary>
    public required List<int> DailyCap { get; init; }

    public required List<SeedSlot> Slots { get; init; }

    public required List<SeedQuiet> Quiet { get; init; }
}

/// <summary>A time that many of a shift have.</summary>
internal sealed class SeedSlot
{
    /// <summary>On which days: one of <see cref="SeedWeek.Kinds"/>.</summary>
    public required string On { get; init; }

    public required TimeOnly Start { get; init; }

    /// <summary>By how many minutes the start differs between people, both ways.</summary>
    public int Moves { get; init; }

    /// <summary>Least and most minutes.</summary>
    public required List<int> Minutes { get; init; }

    public List<Mode> Modes { get; init; } = [];

    /// <summary>Share of people who have it.</summary>
    public double Chance { get; init; } = 1;

    /// <summary>Share of its days that a person keeps.</summary>
    public double Each { get; init; } = 1;
}

/// <summary>A time in which people of a shift want nothing planned.</summary>
internal sealed class SeedQuiet
{
    public string On { get; init; } = "any";

    public required TimeOnly From { get; init; }

    public required TimeOnly To { get; init; }

    public required string Why { get; init; }
}
