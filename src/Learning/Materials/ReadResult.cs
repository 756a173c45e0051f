namespace Learning.Materials;

/// <summary>What became of one item of a file: a draft, or the problems that keep it out. Never both, never neither.</summary>
public sealed record ReadResult
{
    private ReadResult(string file, int? line, ReadMaterial? material, IReadOnlyList<Problem> problems) =>
        (File, Line, Material, Problems) = (file, line, material, problems);

    /// <summary>The file, as it was named by the one who read it.</summary>
    public string File { get; }

    /// <summary>The line (from 1) on which the item begins in a catalogue; null where the whole file is one item.</summary>
    public int? Line { get; }

    /// <summary>The draft; null when there are problems.</summary>
    public ReadMaterial? Material { get; }

    /// <summary>Everything that is wrong with the item; empty when it was read.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>The first thing that is wrong; null when it was read.</summary>
    public Problem? Problem => Problems.Count == 0 ? null : Problems[0];

    /// <summary>An item that was read.</summary>
    public static ReadResult Of(string file, int? line, ReadMaterial material) => new(file, line, material, []);

    /// <summary>An item that was not read.</summary>
    public static ReadResult Failed(string file, int? line, params IReadOnlyList<Problem> problems) => new(file, line, null, problems);
}
