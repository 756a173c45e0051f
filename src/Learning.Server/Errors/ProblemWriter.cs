using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Learning.Server.Errors;

/// <summary>Writes every problem, whatever the caller says it accepts: an error nobody can read helps nobody.</summary>
internal sealed class ProblemWriter(IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var problem = Completed(context.HttpContext, context.ProblemDetails);
        var response = context.HttpContext.Response;
        response.StatusCode = problem.Status!.Value;
        response.Headers.ContentLanguage = context.HttpContext.Language();
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        response.Headers.CacheControl = "no-store";
        await response.WriteAsJsonAsync(
            problem, problem.GetType(), json.Value.SerializerOptions, "application/problem+json", context.HttpContext.RequestAborted);
    }

    // What the framework made itself (validation, a bare status) has no rule yet.
    private static ProblemDetails Completed(HttpContext http, ProblemDetails given)
    {
        if (given.Extensions.ContainsKey("rule"))
        {
            return given;
        }

        var status = given.Status ?? (http.Response.StatusCode >= 400 ? http.Response.StatusCode : StatusCodes.Status500InternalServerError);
        if (given is not HttpValidationProblemDetails validation)
        {
            return Problems.Of(http, status);
        }

        var problem = Problems.Of(http, "fields-invalid", status);
        problem.Extensions["errors"] = validation.Errors.ToDictionary(
            error => FieldNames.AsInJson(error.Key),
            error => error.Value.Select(message => ValidationTexts.In(http.Language(), message)).ToArray(),
            StringComparer.Ordinal);
        return problem;
    }
}
