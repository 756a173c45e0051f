using System.Text.Json;
using System.Text.RegularExpressions;

namespace Learning.Server.Errors;

/// <summary>What the serializer's own messages tell.</summary>
internal static partial class JsonAnswers
{
    private static readonly Dictionary<string, string[]> Enums = new[] { typeof(BrokenRule).Assembly, typeof(JsonAnswers).Assembly }
        .SelectMany(assembly => assembly.GetExportedTypes())
        .Append(typeof(DayOfWeek))
        .Where(type => type.IsEnum)
        .ToDictionary(type => type.FullName!, type => Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName).ToArray(), StringComparer.Ordinal);

    /// <summary>The values that would have been understood, where there are only a few; null where there are many.</summary>
    public static string[]? PossibleValues(string message) =>
        Target().Match(message) is { Success: true } target ? Enums.GetValueOrDefault(target.Groups["type"].Value) : null;

    /// <summary>The fields that an object must have and has not; null when it has them.</summary>
    public static string[]? MissingFields(string message) =>
        Missing().Match(message) is { Success: true } missing ? [.. missing.Groups["names"].Value.Split(',').Select(name => name.Trim(' ', '\''))] : null;

    /// <summary>Whether the text is JSON and only a value does not fit.</summary>
    public static bool IsAboutTheValue(JsonException json) => json.InnerException is not JsonException && json.Path is { Length: > 2 };

    [GeneratedRegex(@"missing required properties including: (?<names>.+)\.", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Missing();

    [GeneratedRegex(@"could not be converted to (?:System\.Nullable`1\[)?(?<type>[\w.+]+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Target();
}
