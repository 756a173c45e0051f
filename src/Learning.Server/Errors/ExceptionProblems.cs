using Learning.Data;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Errors;

/// <summary>Turns what was thrown into a problem. What nobody foresaw is logged and answered with nothing but a trace id.</summary>
internal sealed partial class ExceptionProblems(IProblemDetailsService problems, ILogger<ExceptionProblems> logger) : IExceptionHandler
{
    private const int ClientClosedRequest = 499;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = ClientClosedRequest;
            return true;
        }

        var problem = ProblemOf(httpContext, exception);
        httpContext.Response.StatusCode = problem.Status!.Value;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = "1";
        }

        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem, Exception = exception });
    }

    private ProblemDetails ProblemOf(HttpContext context, Exception exception)
    {
        if (Constraints.IsBusy(exception))
        {
            return Problems.Of(context, "database-busy", StatusCodes.Status503ServiceUnavailable);
        }

        switch (exception)
        {
            case BrokenRule broken:
                return Problems.Of(context, broken);
            case Refusal refusal:
                return Problems.Of(context, refusal);
            case BadHttpRequestException bad:
                return BadRequests.ProblemOf(context, bad);
            case InvalidDataException when context.Request.HasFormContentType:
                return Problems.Of(context, "form-invalid", StatusCodes.Status400BadRequest);
            case DbUpdateConcurrencyException:
                return Problems.Of(context, "changed-meanwhile", StatusCodes.Status409Conflict);
            case DbUpdateException update when Constraints.IsTaken(update):
                return Problems.Of(context, "made-meanwhile", StatusCodes.Status409Conflict);
            default:
                // The message of an exception may hold what a person wrote; its type and its place don't.
                LogUnexpected(exception.GetType().Name, exception.StackTrace, exception.InnerException?.GetType().Name);
                return Problems.Of(context, StatusRules.Unexpected, StatusCodes.Status500InternalServerError);
        }
    }

    [LoggerMessage(LogLevel.Error, "Unexpected {Exception} (inner: {Inner}) at {StackTrace}")]
    private partial void LogUnexpected(string exception, string? stackTrace, string? inner);
}
