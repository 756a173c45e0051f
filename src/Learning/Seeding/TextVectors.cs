using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Security.Cryptography;
using System.Text;

namespace Learning.Seeding;

/// <summary>Vectors of texts under one model. In a file each number is a half: a vector read back points within 0.03 degrees of where it did.</summary>
/// <param name="Model">Id of the model.</param>
/// <param name="Dimension">Numbers in a vector.</param>
/// <param name="ByText">Vectors of length 1 by the fingerprint of their text.</param>
internal sealed record TextVectors(string Model, int Dimension, IReadOnlyDictionary<UInt128, float[]> ByText)
{
    private const string Mark = "learning-vectors-1";

    /// <summary>The first half of a text's SHA-256.</summary>
    public static UInt128 Fingerprint(string text) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Writes a file as one: half a file is never there. The same vectors give the same bytes.</summary>
    public static void Write(string file, IReadOnlyList<TextVectors> all)
    {
        var unfinished = file + ".new";
        using (var writer = new BinaryWriter(File.Create(unfinished), Encoding.UTF8))
        {
            writer.Write(Mark);
            writer.Write(all.Count);
            foreach (var vectors in all)
            {
                vectors.WriteTo(writer);
            }
        }

        File.Move(unfinished, file, overwrite: true);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="BrokenRule">It is no such file, or damaged.</exception>
    public static IReadOnlyList<TextVectors> Read(string file)
    {
        try
        {
            using var reader = new BinaryReader(File.OpenRead(file), Encoding.UTF8);
            return reader.ReadString() == Mark ? [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => ReadFrom(reader))] : throw Invalid(file, "it begins otherwise");
        }
        catch (Exception problem) when (problem is IOException or FormatException or ArgumentException)
        {
            throw Invalid(file, problem.Message);
        }
    }

    private void WriteTo(BinaryWriter writer)
    {
        writer.Write(Model);
        writer.Write(Dimension);
        writer.Write(ByText.Count);
        Span<byte> key = stackalloc byte[16];
        foreach (var (text, vector) in ByText.OrderBy(pair => pair.Key))
        {
            BinaryPrimitives.WriteUInt128BigEndian(key, text);
            writer.Write(key);
            foreach (var number in vector)
            {
                writer.Write((Half)number);
            }
        }
    }

    private static TextVectors ReadFrom(BinaryReader reader)
    {
        var (model, dimension, count) = (reader.ReadString(), reader.ReadInt32(), reader.ReadInt32());
        var vectors = new Dictionary<UInt128, float[]>();
        for (var i = 0; i < count; i++)
        {
            var text = BinaryPrimitives.ReadUInt128BigEndian(reader.ReadBytes(16));
            var vector = new float[dimension];
            for (var place = 0; place < dimension; place++)
            {
                vector[place] = (float)reader.ReadHalf();
            }

            TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), vector);
            vectors[text] = vector;
        }

        return new TextVectors(model, dimension, vectors);
    }

    private static BrokenRule Invalid(string file, string what) =>
        new("seed-invalid", $"{file} holds no vectors: {what}.", "Make it anew: dotnet run data/seed/make-vectors.cs");
}
