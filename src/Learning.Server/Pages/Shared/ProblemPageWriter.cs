using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Learning.Server.Pages.Shared;

/// <summary>Shows a problem to a person in a browser as a page that says what is wrong and what to do; programs go on getting JSON.</summary>
internal sealed class ProblemPageWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) =>
        !context.HttpContext.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && context.HttpContext.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        var problem = context.ProblemDetails.Extensions.ContainsKey("rule")
            ? context.ProblemDetails
            : Errors.Problems.Of(http, context.ProblemDetails.Status ?? http.Response.StatusCode);
        http.Response.StatusCode = problem.Status!.Value;
        PageRules.Apply(http);
        http.Response.Headers.CacheControl = "no-store";
        var view = new ViewResult
        {
            ViewName = "/Pages/Shared/Problem.cshtml",
            StatusCode = problem.Status,
            ContentType = "text/html; charset=utf-8",
            ViewData = new ViewDataDictionary<ProblemDetails>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = problem },
        };
        await view.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
    }
}
