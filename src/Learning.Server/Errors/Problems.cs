using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Learning.Server.Errors;

/// <summary>The one place where problem details (RFC 9457) are made.</summary>
internal static class Problems
{
    /// <summary>Status of a broken rule.</summary>
    public static int StatusOf(BrokenRuleKind kind) => kind switch
    {
        BrokenRuleKind.Conflict => StatusCodes.Status409Conflict,
        BrokenRuleKind.NotFound => StatusCodes.Status404NotFound,
        BrokenRuleKind.Forbidden => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    /// <summary>The problem of a rule that the engine refused by.</summary>
    public static ProblemDetails Of(HttpContext context, BrokenRule broken)
    {
        var problem = Of(context, broken.Rule, StatusOf(broken.Kind), broken.Detail, broken.Hint, broken.Values);
        return broken.Values.GetValueOrDefault(BrokenRule.Where) is string { Length: > 0 } field ? problem.WithErrors([field]) : problem;
    }

    /// <summary>The problem of a rule of HTTP.</summary>
    public static ProblemDetails Of(HttpContext context, Refusal refusal)
    {
        var problem = Of(context, refusal.Rule, refusal.Status, refusal.Detail, null, refusal.Values);
        return refusal.Fields.Count == 0 ? problem : problem.WithErrors(refusal.Fields);
    }

    /// <summary>The problem of a status that came without one.</summary>
    public static ProblemDetails Of(HttpContext context, int status) => Of(context, StatusRules.Of(status), status);

    /// <summary>A problem in the caller's language.</summary>
    public static ProblemDetails Of(
        HttpContext context, string rule, int status, string? detail = null, string? hint = null, IReadOnlyDictionary<string, object?>? values = null)
    {
        var language = context.Language();
        return new ProblemDetails
        {
            Type = $"/problems/{rule}",
            Title = ProblemTexts.Title(rule, language),
            Status = status,
            Detail = ProblemTexts.Detail(rule, language, detail, values),
            Instance = context.Request.Path,
        }
            .With("rule", rule)
            .With("hint", ProblemTexts.Hint(rule, language, hint, values))
            .With("traceId", Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier);
    }

    private static ProblemDetails WithErrors(this ProblemDetails problem, IEnumerable<string> fields) =>
        problem.With("errors", fields.ToDictionary(field => field, _ => new[] { problem.Detail }, StringComparer.Ordinal));

    private static ProblemDetails With(this ProblemDetails problem, string name, object? value)
    {
        if (value is not null)
        {
            problem.Extensions[name] = value;
        }

        return problem;
    }
}
