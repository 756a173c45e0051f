using Learning.Data;
using Learning.Materials;
using Learning.Members;
using Learning.Plans;
using Learning.Records;
using Learning.Server.Conventions;
using Learning.Server.Records;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Pages.Member;

/// <summary>Addresses of pages to keep for times without network.</summary>
/// <param name="Pages">The addresses.</param>
public sealed record PagesToKeep(IReadOnlyList<string> Pages);

/// <summary>A word that shows that a page of ours sends something.</summary>
/// <param name="Token">The word.</param>
public sealed record FormToken(string Token);

/// <summary>What the app needs to work without network: which pages to keep, and a door for records that waited.</summary>
internal static class OfflinePages
{
    private const int LessonsAhead = 12;
    private const int MostLessons = 20;

    public static void MapOfflinePages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").RequireAuthorization().RequireRateLimiting(RateLimits.Api).ExcludeFromDescription();
        pages.MapGet("/offline/pages", Keep);
        app.MapGet("/calendar/{word}.ics", CalendarFeeds.AnswerAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn).ExcludeFromDescription();
        pages.MapGet("/records/token", Token);
        pages.MapPost("/records", SendRecords.Handle).AddEndpointFilter(RequireTokenAsync).NotRepeatable();
    }

    /// <summary>The plan, what it holds from today on, what was missed, and what was kept for later.</summary>
    private static async Task<Ok<PagesToKeep>> Keep(Caller caller, LearningDbContext db, Catalogue catalogue, TimeProvider time, CancellationToken cancellationToken)
    {
        if (caller.MemberId is not { } id)
        {
            return TypedResults.Ok(new PagesToKeep([]));
        }

        var member = await db.Members.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
        var today = LocalDay.Of(time.GetUtcNow(), member.TimeZone);
        var materials = await catalogue.CurrentAsync(db, cancellationToken);
        var history = await History.ReadAsync(db, id, materials, cancellationToken);
        var plan = await OpenPlans.OfMemberAsync(db, id, cancellationToken);
        var next = (plan?.Items ?? [])
            .Where(item => item.Recall ? item.Date >= today : materials.ById.TryGetValue(item.Material, out var entry) && !history.LessonsDone.Contains(entry.Lesson))
            .OrderBy(item => item.Date < today).ThenBy(item => item.Date).ThenBy(item => item.Start)
            .Select(item => item.Material).Distinct().Take(LessonsAhead);
        return TypedResults.Ok(new PagesToKeep(
        [
            "/", "/plan", "/me",
            .. next.Concat(history.Saved).Distinct().Where(lesson => materials.ById.GetValueOrDefault(lesson) is { IsWithdrawn: false }).Take(MostLessons).Select(lesson => $"/learn/{lesson}"),
        ]));
    }

    private static Ok<FormToken> Token(HttpContext context, IAntiforgery forms)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new FormToken(forms.GetAndStoreTokens(context).RequestToken!));
    }

    // A cookie signs the request, so the page has to show that it is ours.
    private static async ValueTask<object?> RequireTokenAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var forms = context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>();
        return await forms.IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : throw new Errors.Refusal("form-stale", StatusCodes.Status400BadRequest);
    }
}
