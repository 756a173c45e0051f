namespace Learning.Ranking.Recommenders;

/// <summary>How many people of each trait learned each item. People without records are not counted.</summary>
internal sealed class TraitShare
{
    private readonly double[] _met;
    private readonly double[] _people;
    private readonly int[] _counts;

    public TraitShare(TrainingData data)
    {
        var traits = data.Traits!;
        (Items, _counts) = (data.Interactions.Items, data.Interactions.Counts());
        (_met, _people) = (new double[traits.Width * Items], new double[traits.Width]);
        for (var person = 0; person < data.Interactions.People; person++)
        {
            var items = data.Interactions.Of(person);
            if (items.IsEmpty) continue;
            Learners++;
            var row = traits.Of(person).Span;
            for (var trait = 0; trait < row.Length; trait++)
            {
                if (row[trait] == 0) continue;
                _people[trait] += row[trait];
                var met = _met.AsSpan(trait * Items, Items);
                foreach (var item in items) met[item] += row[trait];
            }
        }
    }

    /// <summary>How many items.</summary>
    public int Items { get; }

    /// <summary>How many people have records.</summary>
    public int Learners { get; }

    /// <summary>How many of a trait learned an item.</summary>
    public double Met(int trait, int item) => _met[(trait * Items) + item];

    /// <summary>How many have a trait.</summary>
    public double People(int trait) => _people[trait];

    /// <summary>Which share of all people learned an item.</summary>
    public double Whole(int item) => Learners == 0 ? 0 : (double)_counts[item] / Learners;
}
