using System.Globalization;
using System.Reflection;
using Learning.Embeddings;
using Learning.Plans.Words.Models;
using Learning.Server.Settings;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Reference;

/// <summary>Both READMEs name every setting; where they give a number, it is the one that holds.</summary>
public sealed class SettingsInTheReadme
{
    private const string Section = "Section";

    // Given with the kind they belong to, in a line of its own.
    private static readonly string[] ByTheirKind = [.. NamesOf<EmbeddingOptions>("Kind", "Endpoint", "Model", "Key", "Dimension"), .. NamesOf<LanguageModelOptions>("Kind", "Endpoint", "Model", "Key")];

    public static TheoryData<string> Readmes => ["README.md", "README.zh-CN.md"];

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Every_setting_is_named_with_its_default(string readme)
    {
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, readme)).Where(line => line.StartsWith("| `Learning:", StringComparison.Ordinal)).Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
        var unnamed = Settings().Where(setting => !rows.Exists(row => IsNamed(row[1], setting.Name))).Select(setting => setting.Name);
        var wrong = Settings().Where(setting => setting.Default.Length > 0).SelectMany(setting => rows.Where(row => row[1] == $"`{setting.Name}`" && row[3].Trim('`') != setting.Default).Select(row => $"{setting.Name} is {setting.Default}, not {row[3]}"));

        Assert.Empty(unnamed);
        Assert.Empty(wrong);
    }

    // A line may name several: `Learning:OpenIdConnect:Authority`, `:Audience`.
    private static bool IsNamed(string cell, string setting) =>
        cell.Contains($"`{setting}`", StringComparison.Ordinal)
        || (cell.StartsWith($"`{setting[..setting.LastIndexOf(':')]}:", StringComparison.Ordinal) && cell.Contains($"`{setting[setting.LastIndexOf(':')..]}`", StringComparison.Ordinal));

    private static List<(string Name, string Default)> Settings() =>
    [
        .. new[] { typeof(EmbeddingOptions).Assembly, typeof(LearningSettings).Assembly }
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type.GetField(Section, BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true })
            .SelectMany(Of)
            .Where(setting => !ByTheirKind.Contains(setting.Name)),
    ];

    private static IEnumerable<(string Name, string Default)> Of(Type type)
    {
        var usual = Activator.CreateInstance(type);
        return type.GetProperties().Where(property => property.CanWrite).Select(property => ($"{type.GetField(Section)!.GetRawConstantValue()}:{property.Name}", Default(property.GetValue(usual))));
    }

    private static string Default(object? value) => value switch
    {
        bool yes => yes ? "true" : "false",
        string or int or long or double => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => "",
    };

    private static IEnumerable<string> NamesOf<T>(params string[] properties) => properties.Select(property => $"{typeof(T).GetField(Section)!.GetRawConstantValue()}:{property}");
}
