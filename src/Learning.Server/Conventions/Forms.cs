using Learning.Server.Errors;

namespace Learning.Server.Conventions;

/// <summary>Reads forms with files. One that is cut off, or that no browser would send, is refused with its rule.</summary>
internal static class Forms
{
    /// <summary>The files of a form; at least one.</summary>
    public static async Task<IReadOnlyList<IFormFile>> FilesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await ReadAsync(request, cancellationToken);
        return form.Files.Count > 0 ? form.Files : throw new BrokenRule("import-empty", "The form holds no file.", "Add at least one file field.");
    }

    private static async Task<IFormCollection> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await request.ReadFormAsync(cancellationToken);
        }
        catch (Exception broken) when (broken is InvalidDataException || (broken is IOException and not BadHttpRequestException))
        {
            // Too many or too long parts, no boundary, or an end before the last boundary.
            throw new Refusal("form-invalid", StatusCodes.Status400BadRequest);
        }
    }
}
