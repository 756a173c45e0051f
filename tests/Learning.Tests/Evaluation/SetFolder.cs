using System.IO.Compression;

namespace Learning.Tests.Evaluation;

/// <summary>A folder of files for one test.</summary>
internal sealed class SetFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("learning-set-").FullName;

    public SetFolder With(string name, params IEnumerable<string> lines) => WithBytes(name, System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    public SetFolder WithZipped(string name, params IEnumerable<string> lines)
    {
        using var bytes = new MemoryStream();
        using (var zip = new StreamWriter(new GZipStream(bytes, CompressionMode.Compress))) zip.Write(string.Join('\n', lines));
        return WithBytes(name, bytes.ToArray());
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private SetFolder WithBytes(string name, byte[] bytes)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        return this;
    }
}
