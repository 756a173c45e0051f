using System.ComponentModel;
using Learning.Data;
using Learning.Indexing;
using Learning.Materials;
using Learning.Members.Occupations;
using Learning.Server.Conventions;
using Learning.Server.Errors;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Learning.Server.Materials;

/// <summary>What became of an import.</summary>
/// <param name="Items">One answer per file or row.</param>
public sealed record ImportAnswer(IReadOnlyList<ImportedView> Items);

/// <summary>What became of one file or row.</summary>
/// <param name="File">The file it was in.</param>
/// <param name="Line">The line, in catalogues; null for whole files.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Id">The material; null when it failed.</param>
/// <param name="Problem">Why it failed; null when it did not.</param>
public sealed record ImportedView(string File, int? Line, ImportStatus Status, Guid? Id, ItemProblem? Problem);

/// <summary>Takes in files and catalogues, each item for itself.</summary>
internal static class ImportMaterials
{
    /// <summary>Most bytes of one import.</summary>
    internal const long MostBytes = 100L * 1024 * 1024;

    public static void Map(RouteGroupBuilder group) => group.MapPost("/import", Handle)
        .WithSummary("Import files or a catalogue")
        .WithDescription("Send files as multipart/form-data (Markdown, HTML, PDF, DOCX, text, CSV, JSON, NDJSON), or one catalogue as the body: text/csv, application/json or application/x-ndjson. A bad file or row fails alone. The same thing again changes nothing.")
        .TakesFilesOr(
            ("text/csv", "id,title,summary,topics,occupations,minutes\nrain-1,雨天骑行三件事,减速、开灯、离大车远一点。,traffic-safety,4-10-08-01,5\n"),
            ("application/json", """[{"id":"rain-1","title":"雨天骑行三件事","text":"减速、开灯、离大车远一点。","topics":["traffic-safety"],"minutes":5}]"""),
            ("application/x-ndjson", "{\"id\":\"rain-1\",\"title\":\"雨天骑行三件事\",\"text\":\"减速、开灯、离大车远一点。\"}\n"))
        .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
        .DisableAntiforgery()
        .Refuses(StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType)
        .NotRepeatable();

    private static async Task<Ok<ImportAnswer>> Handle(
        [Description("Name of the body, where it is no form; it tells the format when the content type does not.")] string? name,
        HttpContext context, Caller caller, LearningDbContext db, MaterialImport import, MaterialSearch search, IndexingWork indexing, OccupationMatcher occupations, CancellationToken cancellationToken)
    {
        var options = new ReadOptions { OccupationOf = occupations.SureCodeOf };
        var read = new List<ReadResult>();
        foreach (var (fileName, open) in await SourcesAsync(context.Request, name, cancellationToken))
        {
            await using var content = open();
            read.AddRange(await MaterialReaders.ReadAsync(fileName, content, options, cancellationToken));
        }

        var items = await import.StoreAsync(read.Select(result => Owned(result, caller)), caller.Organisation, null, cancellationToken);
        await search.CatchUpAsync(db, cancellationToken);
        await indexing.SoonAsync(cancellationToken);
        return TypedResults.Ok(new ImportAnswer([.. items.Select(item => new ImportedView(
            item.File, item.Line, item.Status, item.Id, ItemProblem.Of(item.Problems.Count == 0 ? null : item.Problems[0], context)))]));
    }

    /// <summary>Nobody imports for another organisation.</summary>
    internal static ReadResult Owned(ReadResult result, Caller caller) =>
        result.Material?.Organisation is { } owner && owner != caller.Organisation
            ? ReadResult.Failed(result.File, result.Line, new Problem(
                "organisation-not-yours", $"The material is said to be of {owner}; you belong to {caller.Organisation}.", "organisation", "Leave the organisation out, or sign in with an account of that organisation."))
            : result;

    private static async Task<IReadOnlyList<(string Name, Func<Stream> Open)>> SourcesAsync(HttpRequest request, string? name, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            return [(BodyName(request, name), () => request.Body)];
        }

        var files = await Forms.FilesAsync(request, cancellationToken);
        return [.. files.Select<IFormFile, (string, Func<Stream>)>(file => (file.FileName, file.OpenReadStream))];
    }

    private static string BodyName(HttpRequest request, string? name) => (request.ContentType?.Split(';')[0].Trim().ToUpperInvariant(), name) switch
    {
        ("TEXT/CSV", _) => name ?? "body.csv",
        ("APPLICATION/JSON", _) => name ?? "body.json",
        ("APPLICATION/X-NDJSON" or "APPLICATION/NDJSON" or "APPLICATION/JSONL", _) => name ?? "body.ndjson",
        ("TEXT/MARKDOWN", _) => name ?? "body.md",
        ("TEXT/HTML", _) => name ?? "body.html",
        (_, { Length: > 0 }) => name,
        _ => throw new Refusal("content-type-not-read", StatusCodes.Status415UnsupportedMediaType),
    };
}
