using System.Text.RegularExpressions;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Learning.Quality.Tests.Drivers;

/// <summary>A lesson of the seed as it stands in its file, with the laws it names, which the product itself does not read.</summary>
internal sealed partial record SeedLessonFile(string Name, SeedLessonFields Fields, string Body)
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance).IgnoreUnmatchedProperties().Build();

    /// <summary>Characters of the text: without spaces in Chinese, with single ones in English.</summary>
    public int Characters => Spaces().Replace(Body, Fields.Language == "en" ? " " : "").Length;

    public static IReadOnlyList<SeedLessonFile> ReadAll(string folder) =>
        [.. Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];

    private static SeedLessonFile Read(string file)
    {
        var parts = FrontMatter().Match(File.ReadAllText(file));
        Assert.True(parts.Success, $"{file} has no front matter");
        return new SeedLessonFile(Path.GetFileNameWithoutExtension(file), Yaml.Deserialize<SeedLessonFields>(parts.Groups["fields"].Value), parts.Groups["body"].Value.Trim());
    }

    [GeneratedRegex(@"\A---\n(?<fields>.*?)\n---\n(?<body>.*)\z", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}

internal sealed class SeedLessonFields
{
    public string Id { get; set; } = "";

    public string Title { get; set; } = "";

    public string Language { get; set; } = "";

    public List<string> Prerequisites { get; set; } = [];

    public List<SeedLessonQuestion> Questions { get; set; } = [];

    public List<SeedLessonLaw> Laws { get; set; } = [];
}

internal sealed class SeedLessonQuestion
{
    public string Ask { get; set; } = "";

    public List<string> Options { get; set; } = [];

    public string Answer { get; set; } = "";

    public string Evidence { get; set; } = "";
}

internal sealed class SeedLessonLaw
{
    private const string Country = "中华人民共和国";

    /// <summary>The folder of the law.</summary>
    public string Law { get; set; } = "";

    public string Name { get; set; } = "";

    public string Article { get; set; } = "";

    public string Quote { get; set; } = "";

    /// <summary>Whether people call the law so: by its full name, without the country, or by the end of its name.</summary>
    public bool IsCalled(string name) => Name.EndsWith(name.Replace(Country, "", StringComparison.Ordinal), StringComparison.Ordinal);
}
