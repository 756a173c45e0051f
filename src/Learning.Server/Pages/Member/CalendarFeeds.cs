using System.Security.Cryptography;
using Learning.Data;
using Learning.Plans;
using Learning.Server.Conventions;
using Learning.Server.Plans;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Pages.Member;

/// <summary>
/// The address under which a calendar program reads a plan. It holds a secret nobody can guess; of the secret only the hash is kept,
/// with the account, so that it ends with it. A new address ends the old one.
/// </summary>
internal sealed class CalendarFeeds(SignInDbContext accounts)
{
    private const string Provider = "calendar";
    private const string Name = "feed";
    private const int SecretBytes = 32;
    private const int IdBytes = 16;

    public Task<bool> IsThereAsync(Guid account, CancellationToken cancellationToken) => Rows(account).AnyAsync(cancellationToken);

    /// <summary>Makes a new address, the last part of it.</summary>
    public async Task<string> RenewAsync(Guid account, CancellationToken cancellationToken)
    {
        await EndAsync(account, cancellationToken);
        byte[] bytes = [.. account.ToByteArray(bigEndian: true), .. RandomNumberGenerator.GetBytes(SecretBytes)];
        accounts.UserTokens.Add(new IdentityUserToken<Guid> { UserId = account, LoginProvider = Provider, Name = Name, Value = Hash(bytes) });
        await accounts.SaveChangesAsync(cancellationToken);
        return OpaqueBytes.Write(bytes);
    }

    public Task EndAsync(Guid account, CancellationToken cancellationToken) => Rows(account).ExecuteDeleteAsync(cancellationToken);

    /// <summary>The account of an address; null when there is none, or none any more.</summary>
    public async Task<Guid?> AccountOfAsync(string word, CancellationToken cancellationToken)
    {
        var bytes = new byte[IdBytes + SecretBytes];
        if (!OpaqueBytes.TryRead(word, bytes))
        {
            return null;
        }

        var account = new Guid(bytes.AsSpan(0, IdBytes), bigEndian: true);
        var hash = Hash(bytes);
        return await Rows(account).AnyAsync(token => token.Value == hash, cancellationToken) ? account : null;
    }

    /// <summary>Answers a calendar program.</summary>
    public static async Task<Results<ContentHttpResult, NotFound>> AnswerAsync(
        string word, CalendarFeeds feeds, LearningDbContext db, PlanViews views, HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await feeds.AccountOfAsync(word, cancellationToken) is not { } account
            || await db.Members.AsNoTracking().FirstOrDefaultAsync(member => member.AccountId == account, cancellationToken) is not { } member)
        {
            return TypedResults.NotFound();
        }

        context.Request.Headers.AcceptLanguage = member.Language;
        var plan = await OpenPlans.OfMemberAsync(db, member.Id, cancellationToken) is { } stored ? await views.OfAsync(stored, context, cancellationToken) : null;
        var name = member.Language == "zh" ? "学习计划" : "Study plan";
        return TypedResults.Text(CalendarFile.Of(plan, member.TimeZone, name, $"{context.Request.Scheme}://{context.Request.Host}"), CalendarFile.Kind);
    }

    private IQueryable<IdentityUserToken<Guid>> Rows(Guid account) =>
        accounts.UserTokens.Where(token => token.UserId == account && token.LoginProvider == Provider && token.Name == Name);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
