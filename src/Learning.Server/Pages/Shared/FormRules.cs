using Learning.Server.Errors;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Learning.Server.Pages.Shared;

/// <summary>
/// What holds for every form before its page acts on it: a page of ours sent it, it arrived whole, it is one the page has, and every field can be read.
/// A field that can't be read would otherwise count as empty, and an empty list of hours is a decision.
/// </summary>
internal sealed class FormRules : IPageFilter, IAlwaysRunResultFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        // Fields are not read yet.
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            return;
        }

        if (context.HandlerMethod is null)
        {
            throw new Refusal("form-unknown", StatusCodes.Status404NotFound);
        }

        // One without a name: the form itself was cut off, or has too many fields.
        foreach (var (name, field) in context.ModelState.Where(field => field.Value?.ValidationState == ModelValidationState.Invalid).OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            throw name.Length == 0 ? Unread(context.HttpContext) : new Refusal("form-field-not-read", StatusCodes.Status400BadRequest)
            {
                Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = name, ["value"] = Short(field?.AttemptedValue) },
                Fields = [name],
            };
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        // The page has answered.
    }

    public void OnResultExecuting(ResultExecutingContext context)
    {
        // In a form that can't be read no token is found either.
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            throw IsTooLarge(context.HttpContext) || IsUnread(context.HttpContext.Request) ? Unread(context.HttpContext) : new Refusal("form-stale", StatusCodes.Status400BadRequest);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
        // The answer is on its way.
    }

    private static Refusal Unread(HttpContext context) => IsTooLarge(context)
        ? new Refusal("body-too-large", StatusCodes.Status413PayloadTooLarge)
        : new Refusal("form-not-whole", StatusCodes.Status400BadRequest);

    private static bool IsUnread(HttpRequest request) =>
        request is { HasFormContentType: true, ContentLength: not 0 } && !request.Headers.ContainsKey(PageServices.FormHeader) && request.HttpContext.Features.Get<IFormFeature>()?.Form is null;

    private static bool IsTooLarge(HttpContext context) => context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;

    private static string Short(string? value) => value is null ? "" : value.Length <= 100 ? value : value[..100] + "…";
}
