using System.Numerics.Tensors;
using System.Text;

namespace Learning.Members.Occupations;

/// <summary>Turns a text into a vector; a later step has the models.</summary>
/// <param name="Model">Names the weights: vectors of other weights are not compared.</param>
/// <param name="Language">The language it reads, <c>zh</c> or <c>en</c>.</param>
/// <param name="Embed">The vector of a text, of length 1.</param>
public sealed record OccupationSense(string Model, string Language, Func<string, float[]> Embed);

/// <summary>
/// The vectors of all names, made beforehand: projected on the directions in which names differ most, and a byte to a number.
/// Near names vote for their occupation, the nearest loudest.
/// </summary>
internal sealed class OccupationVectors
{
    /// <summary>Numbers that are kept of a vector.</summary>
    public const int Kept = 128;

    private const string Mark = "occupation-vectors-1";
    private const double Width = 0.05;
    private const float Scale = 127;
    private readonly float[] projection;
    private readonly float[] vectors;

    private OccupationVectors(string model, string fingerprint, int dimension, float[] projection, float[] vectors) =>
        (Model, Fingerprint, Dimension, this.projection, this.vectors) = (model, fingerprint, dimension, projection, vectors);

    /// <summary>The model that made them.</summary>
    public string Model { get; }

    /// <summary><see cref="OccupationTable.Fingerprint"/> of the table they were made for.</summary>
    public string Fingerprint { get; }

    /// <summary>Numbers in a vector of the model.</summary>
    public int Dimension { get; }

    /// <summary>Which names have a vector in a language: Chinese ones and the short words that stand among them; or those without a Chinese character.</summary>
    public static IEnumerable<OccupationLabel> LabelsIn(string language, IReadOnlyList<OccupationLabel> labels) =>
        labels.Where(label => language == "zh" ? OccupationText.HasHan(label.Text) || label.Text.Length <= 6 : !OccupationText.HasHan(label.Text));

    /// <summary>Projects and packs the vectors of <see cref="LabelsIn"/>, in their order.</summary>
    public static OccupationVectors Make(string model, string fingerprint, IReadOnlyList<float[]> whole)
    {
        var directions = PrincipalDirections.Of(whole, Kept);
        var packed = new float[whole.Count * Kept];
        for (var at = 0; at < whole.Count; at++) Project(directions, whole[at]).CopyTo(packed, at * Kept);
        return new OccupationVectors(model, fingerprint, whole[0].Length, directions, packed);
    }

    /// <summary>Reads a file.</summary>
    public static OccupationVectors Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        if (reader.ReadString() != Mark) throw new InvalidDataException("These are no vectors of occupations.");
        var (model, fingerprint, dimension, count) = (reader.ReadString(), reader.ReadString(), reader.ReadInt32(), reader.ReadInt32());
        var directions = new float[dimension * Kept];
        for (var at = 0; at < directions.Length; at++) directions[at] = (float)reader.ReadHalf();
        var packed = new float[count * Kept];
        TensorPrimitives.ConvertTruncating<sbyte, float>(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(reader.ReadBytes(packed.Length)), packed);
        for (var at = 0; at < packed.Length; at += Kept) MakeUnit(packed.AsSpan(at, Kept));
        return new OccupationVectors(model, fingerprint, dimension, directions, packed);
    }

    /// <summary>Writes the file.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(Model);
        writer.Write(Fingerprint);
        writer.Write(Dimension);
        writer.Write(vectors.Length / Kept);
        foreach (var number in projection) writer.Write((Half)number);
        for (var at = 0; at < vectors.Length; at += Kept)
        {
            // Each fills the range; it is made one long again when read.
            var vector = vectors.AsSpan(at, Kept);
            var scale = Scale / Math.Max(1e-6f, Math.Abs(TensorPrimitives.MaxMagnitude<float>(vector)));
            foreach (var number in vector) writer.Write((sbyte)Math.Round(scale * number));
        }
    }

    /// <summary>Logarithm of the votes for each occupation.</summary>
    /// <param name="whole">The vector of a title.</param>
    /// <param name="occupationOf">The occupation of each name; −1 for names that have no vote.</param>
    /// <param name="occupations">How many occupations there are.</param>
    public double[] Votes(float[] whole, int[] occupationOf, int occupations)
    {
        var asked = Project(projection, whole);
        var votes = new double[occupations];
        for (var at = 0; at < occupationOf.Length; at++)
        {
            if (occupationOf[at] < 0) continue;
            votes[occupationOf[at]] += Math.Exp((TensorPrimitives.Dot(vectors.AsSpan(at * Kept, Kept), asked) - 1) / Width);
        }

        for (var index = 0; index < occupations; index++) votes[index] = Math.Log(votes[index] + 1e-9);
        return votes;
    }

    private static float[] Project(float[] directions, float[] whole)
    {
        var kept = new float[Kept];
        for (var place = 0; place < Kept; place++) kept[place] = TensorPrimitives.Dot(directions.AsSpan(place * whole.Length, whole.Length), whole);
        MakeUnit(kept);
        return kept;
    }

    private static void MakeUnit(Span<float> vector) => TensorPrimitives.Divide(vector, Math.Max(1e-6f, TensorPrimitives.Norm<float>(vector)), vector);
}
