namespace Learning.Seeding;

/// <summary>Lists from which names are put together: <c>names.yaml</c>.</summary>
internal sealed class SeedNames
{
    public required List<string> Surnames { get; init; }

    public required List<SeedGivenNames> Given { get; init; }

    public required SeedEnglishNames English { get; init; }

    /// <summary>A name by chance. The surnames stand in order of how common they are, and the front is drawn more often.</summary>
    public string Draw(Chance chance, string language, int birthYear, bool woman)
    {
        if (language == "en" && chance.Happens(0.8))
        {
            return $"{chance.OneOf(English.First)} {chance.OneOf(English.Last)}";
        }

        var given = Given.First(list => birthYear <= list.Until);
        var share = chance.Share();
        return Surnames[(int)(share * share * Surnames.Count)] + chance.OneOf(woman ? given.Women : given.Men);
    }
}

/// <summary>Given names of a time.</summary>
internal sealed class SeedGivenNames
{
    /// <summary>Last year of birth they are drawn for.</summary>
    public required int Until { get; init; }

    public required List<string> Women { get; init; }

    public required List<string> Men { get; init; }
}

/// <summary>Names of people whose names are not Chinese.</summary>
internal sealed class SeedEnglishNames
{
    public required List<string> First { get; init; }

    public required List<string> Last { get; init; }
}
