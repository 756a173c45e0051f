namespace Learning.Members.Occupations;

/// <summary>Adds up what near names, shared words and tasks say of a title.</summary>
internal sealed class OccupationEvidence
{
    private readonly int occupations;
    private readonly OccupationWords words;
    private readonly Dictionary<string, Sense> senses = new(StringComparer.Ordinal);

    public OccupationEvidence(OccupationTable table, IReadOnlyList<OccupationLabel> labels, IReadOnlyList<OccupationSense> senses)
    {
        occupations = table.All.Count;
        words = new OccupationWords(table, labels);
        var known = labels.ToHashSet();
        foreach (var sense in senses)
        {
            // Vectors of other weights, or for other names, say nothing here.
            if (OccupationVectorFile.Shipped(sense.Language) is not { } vectors || vectors.Model != sense.Model || vectors.Fingerprint != table.Fingerprint) continue;
            int[] occupationOf = [.. OccupationVectors.LabelsIn(sense.Language, table.Labels).Select(label => known.Contains(label) ? label.Occupation : -1)];
            this.senses[sense.Language] = new Sense(sense, vectors, occupationOf);
        }
    }

    /// <summary>The weight of each occupation, by its place in the table.</summary>
    public double[] Weigh(OccupationTitle title, OccupationBlend blend)
    {
        var fit = words.Fit([(title.Head, 1), (title.Rest, blend.Rest), (title.Aside, blend.Aside)]);
        var near = Near(title, blend);
        var weights = new double[occupations];
        for (var index = 0; index < occupations; index++)
            weights[index] = (blend.Near * near[index]) + (blend.Votes * fit.Votes[index]) + (blend.Names * fit.Names[index]) + (blend.Tasks * fit.Tasks[index]);
        return weights;
    }

    /// <summary>Whether any piece of the title stands in a name; where none does, vectors would guess.</summary>
    public bool Knows(OccupationTitle title) => words.Knows(title.Main);

    private double[] Near(OccupationTitle title, OccupationBlend blend)
    {
        if (senses.GetValueOrDefault(OccupationText.HasHan(title.Main) ? "zh" : "en") is not { } sense) return new double[occupations];
        var near = sense.Votes(title.Main, occupations);
        if (title.Rest.Length == 0) return near;
        var head = sense.Votes(title.Head, occupations);
        for (var index = 0; index < occupations; index++) near[index] = (blend.Head * head[index]) + ((1 - blend.Head) * near[index]);
        return near;
    }

    private sealed record Sense(OccupationSense Model, OccupationVectors Vectors, int[] OccupationOf)
    {
        public double[] Votes(string text, int occupations) => Vectors.Votes(Model.Embed(text), OccupationOf, occupations);
    }
}

/// <summary>How much each kind of evidence weighs; chosen on names held out of the table and on the half of the project's titles that is for tuning.</summary>
internal sealed record OccupationBlend
{
    /// <summary>Near names, by vectors.</summary>
    public double Near { get; init; } = 1.4;

    /// <summary>Votes of the pieces of words.</summary>
    public double Votes { get; init; } = 4;

    /// <summary>BM25 with the names.</summary>
    public double Names { get; init; } = 0.4;

    /// <summary>BM25 with definition and tasks.</summary>
    public double Tasks { get; init; } = 3.5;

    /// <summary>Words behind a separator, against those before it.</summary>
    public double Rest { get; init; } = 0.5;

    /// <summary>Words in brackets.</summary>
    public double Aside { get; init; } = 0.3;

    /// <summary>The vector of what is said first, against that of the whole.</summary>
    public double Head { get; init; } = 0.6;

    /// <summary>Added to an occupation of which the whole text is a name.</summary>
    public double Exact { get; init; } = 20;

    /// <summary>Added where what is said first is a name.</summary>
    public double HeadExact { get; init; } = 1;

    /// <summary>Turns weights into chances.</summary>
    public double Sharpness { get; init; } = 0.5;

    /// <summary>The chance from which a match is taken without asking.</summary>
    public double Sure { get; init; } = 0.9;
}
