namespace Learning.Server.Errors;

/// <summary>The language of the answer: Chinese or English, by <c>Accept-Language</c>.</summary>
internal static class RequestLanguage
{
    private const int MostLanguagesRead = 20;

    /// <summary><c>zh</c> or <c>en</c>: the one the caller prefers; English when neither is named.</summary>
    public static string Language(this HttpContext context) => context.AskedLanguage() ?? "en";

    /// <summary><c>zh</c> or <c>en</c>; null when the caller names neither.</summary>
    public static string? AskedLanguage(this HttpContext context) => context.Request.GetTypedHeaders().AcceptLanguage
        .Take(MostLanguagesRead)
        .Where(language => language.Quality is not 0)
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => Primary(language.Value.Value))
        .FirstOrDefault(language => language is not null);

    private static string? Primary(string? tag) => tag?.Split('-')[0].ToUpperInvariant() switch
    {
        "ZH" => "zh",
        "EN" => "en",
        _ => null,
    };
}
