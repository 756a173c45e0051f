namespace Learning.Server.Errors;

/// <summary>The rule behind a status that the framework set without a word.</summary>
internal static class StatusRules
{
    public const string Unexpected = "unexpected";

    private static readonly Dictionary<int, string> Rules = new()
    {
        [StatusCodes.Status400BadRequest] = "request-invalid",
        [StatusCodes.Status401Unauthorized] = "sign-in-required",
        [StatusCodes.Status403Forbidden] = "not-allowed",
        [StatusCodes.Status404NotFound] = "address-unknown",
        [StatusCodes.Status405MethodNotAllowed] = "method-not-allowed",
        [StatusCodes.Status406NotAcceptable] = "format-not-offered",
        [StatusCodes.Status408RequestTimeout] = "request-too-slow",
        [StatusCodes.Status413PayloadTooLarge] = "body-too-large",
        [StatusCodes.Status415UnsupportedMediaType] = "content-type-not-read",
        [StatusCodes.Status416RangeNotSatisfiable] = "range-not-offered",
        [StatusCodes.Status429TooManyRequests] = "too-many-requests",
        [StatusCodes.Status431RequestHeaderFieldsTooLarge] = "headers-too-large",
        [StatusCodes.Status503ServiceUnavailable] = "not-ready",
    };

    public static string Of(int status) => Rules.GetValueOrDefault(status) ?? (status < 500 ? Rules[400] : Unexpected);
}
