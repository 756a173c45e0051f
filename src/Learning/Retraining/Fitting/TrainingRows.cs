using Learning.Ranking;

namespace Learning.Retraining.Fitting;

/// <summary>The lists of a training as one block of rows of the taught features. What a model must not decide (an answer to words, a duty) is not taught.</summary>
public sealed class TrainingRows
{
    /// <summary>Names of the taught features, in the order of the rows.</summary>
    public static IReadOnlyList<string> Features { get; } = [.. FeatureSet.All.Select(feature => feature.Name).Where(name => name is not ("query-match" or "required"))];

    private static readonly int[] Places = [.. Features.Select(name => FeatureSet.Places[name])];

    /// <summary>Lays out lists that have at least one outcome and one line without.</summary>
    public TrainingRows(IEnumerable<TrainingList> lists)
    {
        Lists = [.. lists.Where(list => list.Finished.Contains(true) && list.Finished.Contains(false))];
        Starts = new int[Lists.Count + 1];
        for (var place = 0; place < Lists.Count; place++)
        {
            Starts[place + 1] = Starts[place] + Lists[place].Lines;
        }

        Values = new float[Starts[^1] * Width];
        Finished = new bool[Starts[^1]];
        for (var place = 0; place < Lists.Count; place++)
        {
            Copy(Lists[place], Starts[place]);
        }
    }

    /// <summary>The lists.</summary>
    public IReadOnlyList<TrainingList> Lists { get; }

    /// <summary>First row of each list, and one past the last.</summary>
    public int[] Starts { get; }

    /// <summary>Values, row after row.</summary>
    public float[] Values { get; }

    /// <summary>Outcomes, row after row.</summary>
    public bool[] Finished { get; }

    /// <summary>How many rows.</summary>
    public int Count => Finished.Length;

    /// <summary>Values of a row.</summary>
    public static int Width => Places.Length;

    /// <summary>One row.</summary>
    public ReadOnlySpan<float> Row(int row) => Values.AsSpan(row * Width, Width);

    private void Copy(TrainingList list, int start)
    {
        list.Finished.CopyTo(Finished, start);
        for (var line = 0; line < list.Lines; line++)
        {
            for (var place = 0; place < Width; place++)
            {
                Values[((start + line) * Width) + place] = list.Rows[(line * FeatureSet.All.Count) + Places[place]];
            }
        }
    }
}
