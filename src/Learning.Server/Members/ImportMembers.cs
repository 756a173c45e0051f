using Learning.Members;
using Learning.Members.Occupations;
using Learning.Server.Conventions;
using Learning.Server.Errors;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Learning.Server.Members;

/// <summary>What became of a roster.</summary>
/// <param name="Items">One answer per row, in their order.</param>
public sealed record RosterAnswer(IReadOnlyList<RosterItem> Items);

/// <summary>What became of a row.</summary>
/// <param name="File">The file it was in; null where there was only one.</param>
/// <param name="Line">Its line, or its place in a list.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Id">The member; null when it failed.</param>
/// <param name="Problem">Why it failed; null when it did not.</param>
/// <param name="Occupation">The occupation with what its words may mean, where a person has to choose; null where it is decided.</param>
public sealed record RosterItem(string? File, int Line, RosterStatus Status, Guid? Id, ItemProblem? Problem, OccupationAnswer? Occupation)
{
    internal static RosterItem Of(string? file, RosterOutcome outcome, OccupationMatcher occupations, HttpContext context) => new(
        file, outcome.Line, outcome.Status, outcome.Id, ItemProblem.Of(outcome.Problem, context),
        outcome.UndecidedOccupation is { } said ? OccupationAnswer.Of(null, said, context.Language(), occupations) : null);
}

/// <summary>Takes in a roster.</summary>
internal static class ImportMembers
{
    private const long MostBytes = 100L * 1024 * 1024;

    public static void Map(RouteGroupBuilder group) => group.MapPost("/import", Handle)
        .WithSummary("Import a roster")
        .WithDescription("Send text/csv with a header, application/json (a list), application/x-ndjson, or such files as multipart/form-data. Columns: key, name, birthYear or age, occupation, occupationCode, groups, language, timeZone, dailyCapMinutes, slots, exemptions, tags; Chinese names of columns are known too. A bad row fails alone, and the same roster again changes nothing. An occupation whose code is not sure comes back with candidates; a PUT of the member decides.")
        .TakesFilesOr(
            ("text/csv", "key,name,age,occupation,groups,slots\nA-1027,李秀英,38,送外卖的,demo-district,周一 10:00-10:45\n"),
            ("application/json", """[{"key":"A-1027","name":"李秀英","age":38,"occupation":"送外卖的","groups":["demo-district"],"slots":["mon 10:00 45"]}]"""),
            ("application/x-ndjson", "{\"key\":\"A-1027\",\"name\":\"李秀英\",\"age\":38,\"occupation\":\"送外卖的\",\"groups\":[\"demo-district\"]}\n"))
        .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
        .DisableAntiforgery()
        .Refuses(StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity);

    private static async Task<Ok<RosterAnswer>> Handle(
        HttpContext context, Caller caller, Scope scope, RosterImport import, OccupationMatcher occupations, TimeProvider time, CancellationToken cancellationToken)
    {
        var items = new List<RosterItem>();
        foreach (var (file, form, bytes) in await FilesAsync(context.Request, cancellationToken))
        {
            var rows = RosterReader.Read(bytes, form, time.GetUtcNow().Year);
            var outcomes = await import.TakeAsync(rows, Tellers.Coordinator(caller, "roster"), scope.LookedAfter, null, cancellationToken);
            items.AddRange(outcomes.Select(outcome => RosterItem.Of(file, outcome, occupations, context)));
        }

        return TypedResults.Ok(new RosterAnswer(items));
    }

    private static async Task<IReadOnlyList<(string? File, RosterForm Form, byte[] Bytes)>> FilesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            return [(null, FormOf(request.ContentType, null), await BytesAsync(request.Body, cancellationToken))];
        }

        var files = new List<(string?, RosterForm, byte[])>();
        foreach (var file in await Forms.FilesAsync(request, cancellationToken))
        {
            await using var content = file.OpenReadStream();
            files.Add((file.FileName, FormOf(file.ContentType, file.FileName), await BytesAsync(content, cancellationToken)));
        }

        return files;
    }

    private static RosterForm FormOf(string? contentType, string? file) => (Path.GetExtension(file)?.ToUpperInvariant(), contentType?.Split(';')[0].Trim().ToUpperInvariant()) switch
    {
        (".CSV" or ".TSV", _) or (_, "TEXT/CSV" or "TEXT/TAB-SEPARATED-VALUES") => RosterForm.Csv,
        (".NDJSON" or ".JSONL", _) or (_, "APPLICATION/X-NDJSON" or "APPLICATION/NDJSON" or "APPLICATION/JSONL") => RosterForm.Ndjson,
        (".JSON", _) or (_, "APPLICATION/JSON") => RosterForm.Json,
        _ => throw new Refusal("content-type-not-read", StatusCodes.Status415UnsupportedMediaType),
    };

    private static async Task<byte[]> BytesAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, cancellationToken);
        return memory.ToArray();
    }
}
