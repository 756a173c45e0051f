using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Learning.Server.Errors;

/// <summary>Says what could not be read in a request, and where.</summary>
internal static partial class BadRequests
{
    public static ProblemDetails ProblemOf(HttpContext context, BadHttpRequestException bad)
    {
        if (bad.InnerException is JsonException json)
        {
            return OfJson(context, json);
        }

        if (Parameter().Match(bad.Message) is { Success: true } parameter)
        {
            return Problems.Of(context, new Refusal("value-not-read", bad.StatusCode)
            {
                Values = Values(("name", parameter.Groups["name"].Value), ("value", Short(parameter.Groups["value"].Value))),
                Fields = [parameter.Groups["name"].Value],
            });
        }

        if (bad.Message.StartsWith("Implicit body inferred", StringComparison.Ordinal))
        {
            return Problems.Of(context, "body-missing", bad.StatusCode);
        }

        if (Missing().Match(bad.Message) is { Success: true } missing)
        {
            var name = missing.Groups["name"].Value;
            return missing.Groups["from"].Value.Contains("body", StringComparison.Ordinal)
                ? Problems.Of(context, "body-missing", bad.StatusCode)
                : Problems.Of(context, new Refusal("value-missing", bad.StatusCode) { Values = Values(("name", name)), Fields = [name] });
        }

        return Problems.Of(context, bad.StatusCode);
    }

    private static ProblemDetails OfJson(HttpContext context, JsonException json)
    {
        var where = Values(("line", (json.LineNumber ?? 0) + 1), ("column", (json.BytePositionInLine ?? 0) + 1), ("path", json.Path ?? "$"));
        var field = json.Path is { Length: > 2 } path ? path[2..] : null;
        if (JsonAnswers.MissingFields(json.Message) is { } missing)
        {
            return Problems.Of(context, new Refusal("value-missing", StatusCodes.Status400BadRequest) { Values = Values(("name", string.Join(", ", missing))), Fields = missing });
        }

        var possible = JsonAnswers.PossibleValues(json);
        if (possible is null)
        {
            var rule = JsonAnswers.IsAboutTheValue(json) ? "json-value-invalid" : "json-invalid";
            return Problems.Of(context, new Refusal(rule, StatusCodes.Status400BadRequest) { Values = where, Fields = field is null ? [] : [field] });
        }

        return Problems.Of(context, new Refusal("json-value-unknown", StatusCodes.Status400BadRequest)
        {
            Values = new Dictionary<string, object?>(where, StringComparer.Ordinal) { ["possible"] = string.Join(", ", possible) },
            Fields = field is null ? [] : [field],
        });
    }

    private static Dictionary<string, object?> Values(params (string Name, object? Value)[] values) =>
        values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);

    private static string Short(string value) => value.Length <= 100 ? value : string.Create(CultureInfo.InvariantCulture, $"{value[..100]}…");

    [GeneratedRegex("""^Failed to bind parameter "\S+ (?<name>\S+)" from "(?<value>.*)"\.$""", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("""^Required parameter "(?:\S+ )?(?<name>\S+)" was not provided from (?<from>.*)\.""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Missing();
}
