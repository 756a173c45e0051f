using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Learning.Server.Errors;

/// <summary>What the serializer's own messages tell.</summary>
internal static partial class JsonAnswers
{
    private static readonly Dictionary<string, Type> Types = new[] { typeof(BrokenRule).Assembly, typeof(JsonAnswers).Assembly }
        .SelectMany(assembly => assembly.GetExportedTypes())
        .Append(typeof(DayOfWeek))
        .ToDictionary(type => type.FullName!, StringComparer.Ordinal);

    /// <summary>The values that would have been understood, where there are only a few; null where there are many.</summary>
    public static string[]? PossibleValues(JsonException json)
    {
        if (Target().Match(json.Message) is not { Success: true } target || !Types.TryGetValue(target.Groups["type"].Value, out var type))
        {
            return null;
        }

        // Of a record's constructor the serializer names the record; the path says which part of it.
        var part = json.Path?.Split('.')[^1].Split('[')[0] ?? "";
        var meant = type.IsEnum ? type : type.GetProperty(part, BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance)?.PropertyType;
        meant = meant is null ? null : Nullable.GetUnderlyingType(meant) ?? meant;
        return meant is { IsEnum: true } ? [.. Enum.GetNames(meant).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)] : null;
    }

    /// <summary>The fields that an object must have and has not; null when it has them.</summary>
    public static string[]? MissingFields(string message) =>
        Missing().Match(message) is { Success: true } missing ? [.. missing.Groups["names"].Value.Split(',').Select(name => name.Trim(' ', '\''))] : null;

    /// <summary>Whether the text is JSON and only a value does not fit.</summary>
    public static bool IsAboutTheValue(JsonException json) => json.InnerException is not JsonException && (json.Path is { Length: > 2 } || Target().IsMatch(json.Message));

    [GeneratedRegex(@"missing required properties including: (?<names>.+)\.", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Missing();

    [GeneratedRegex(@"could not be converted to (System\.Nullable`1\[)?(?<type>\w+([.+]\w+)*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Target();
}
