using Learning.Server.Errors;
using Learning.Server.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Conventions.Idempotency;

/// <summary>
/// Answers a repeated POST with what the first one got. Only what succeeded is kept: a refusal changed nothing, and may be otherwise the next time.
/// Reads the request as it arrived, so it stands before the endpoint and not in it.
/// </summary>
internal sealed class RepeatedRequests(RequestDelegate next, RequestTurns turns, TimeProvider time)
{
    /// <summary>How long answers are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public const string Header = "Idempotency-Key";
    private const int LongestKey = 200;

    public Task InvokeAsync(HttpContext context, Caller caller, SignInDbContext db) =>
        context.Request.Headers.TryGetValue(Header, out var key) && AppliesTo(context)
            ? AnswerOnceAsync(context, caller.AccountId, Checked(key.ToString()), db)
            : next(context);

    /// <summary>Whether an endpoint heeds the key.</summary>
    public static bool AppliesTo(IEnumerable<object> metadata) => !metadata.OfType<NotRepeatable>().Any();

    private static bool AppliesTo(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.User.Identity?.IsAuthenticated == true && AppliesTo(context.GetEndpoint()!.Metadata);

    private static string Checked(string key) =>
        key.Length is > 0 and <= LongestKey && key.All(letter => letter is > ' ' and <= '~')
            ? key
            : throw new Refusal("idempotency-key-invalid", StatusCodes.Status400BadRequest);

    private async Task AnswerOnceAsync(HttpContext context, Guid account, string key, SignInDbContext db)
    {
        var path = context.Request.Path.Value!;
        var hash = await RequestHash.OfAsync(context.Request, context.RequestAborted);
        using var turn = await turns.TakeAsync($"{account} {path} {key}", context.RequestAborted);
        var kept = await db.KeptReplies.AsNoTracking()
            .FirstOrDefaultAsync(reply => reply.AccountId == account && reply.Path == path && reply.Key == key, context.RequestAborted);
        if (kept is null || kept.At < time.GetUtcNow() - Kept)
        {
            await AnswerAndKeepAsync(context, (response, body) => Make(response, body, account, path, key, hash), db);
            return;
        }

        if (!kept.RequestHash.AsSpan().SequenceEqual(hash))
        {
            throw new Refusal("idempotency-key-reused", StatusCodes.Status422UnprocessableEntity);
        }

        await ReplayAsync(context.Response, kept);
    }

    private async Task AnswerAndKeepAsync(HttpContext context, Func<HttpResponse, byte[], KeptReply> make, SignInDbContext db)
    {
        var outward = context.Response.Body;
        using var written = new MemoryStream();
        context.Response.Body = written;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = outward;
        }

        if (context.Response.StatusCode < StatusCodes.Status300MultipleChoices)
        {
            // Done is done: from here on nothing is given up because the caller went away.
            await KeepAsync(make(context.Response, written.ToArray()), db);
        }

        await outward.WriteAsync(written.GetBuffer().AsMemory(0, (int)written.Length), context.RequestAborted);
    }

    private static async Task KeepAsync(KeptReply reply, SignInDbContext db)
    {
        await db.KeptReplies.Where(old => old.AccountId == reply.AccountId && old.Path == reply.Path && old.Key == reply.Key).ExecuteDeleteAsync(CancellationToken.None);
        db.KeptReplies.Add(reply);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private KeptReply Make(HttpResponse response, byte[] body, Guid account, string path, string key, byte[] hash) => new()
    {
        AccountId = account,
        Path = path,
        Key = key,
        RequestHash = hash,
        Status = response.StatusCode,
        ContentType = response.ContentType,
        Location = response.Headers.Location,
        EntityTag = response.Headers.ETag,
        Body = body,
        At = time.GetUtcNow(),
    };

    private static async Task ReplayAsync(HttpResponse response, KeptReply kept)
    {
        response.StatusCode = kept.Status;
        response.ContentType = kept.ContentType;
        response.Headers.Location = kept.Location;
        response.Headers.ETag = kept.EntityTag;
        response.Headers["Idempotent-Replayed"] = "true";
        await response.Body.WriteAsync(kept.Body);
    }
}
