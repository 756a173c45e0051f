using Learning.Server.Conventions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.SignIn.Accounts;

/// <summary>Lists the accounts of the organisation, and shows one.</summary>
internal static class ListAccounts
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("", All).WithSummary("List the accounts of the organisation");
        group.MapGet("/{id}", One).WithSummary("Show an account").Refuses(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<Page<AccountView>>> All([AsParameters] PageQuery page, AccountBook book, CancellationToken cancellationToken)
    {
        var after = page.After;
        var rows = await book.All.AsNoTracking().Where(account => account.Id > after).OrderBy(account => account.Id).Take(page.SizeAndOne).ToListAsync(cancellationToken);
        var shown = Page.Of(rows, page.Size, account => account.Id);
        return TypedResults.Ok(new Page<AccountView>(await book.ViewsAsync(shown.Items, cancellationToken), shown.NextCursor));
    }

    private static async Task<Ok<AccountView>> One(Guid id, AccountBook book, CancellationToken cancellationToken) =>
        TypedResults.Ok(await book.ViewAsync(await book.FindAsync(id, cancellationToken), cancellationToken));
}
