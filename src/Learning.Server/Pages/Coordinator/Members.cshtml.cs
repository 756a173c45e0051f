using Learning.Data;
using Learning.Members;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Pages.Coordinator;

/// <summary>A member in the list.</summary>
/// <param name="Id">The member.</param>
/// <param name="Name">Name.</param>
/// <param name="Key">The organisation's number.</param>
/// <param name="Occupation">In own words.</param>
/// <param name="BirthYear">Year of birth.</param>
internal sealed record MemberRow(Guid Id, string Name, string? Key, string Occupation, int? BirthYear);

/// <summary>The members a coordinator looks after.</summary>
internal sealed class MembersPage(Scope scope, Caller caller, LearningDbContext db) : PageModel
{
    private const int Shown = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Asked { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Group { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<MemberRow> Rows { get; private set; } = [];

    public IReadOnlyList<Group> Groups { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>Where the next page begins; null on the last.</summary>
    public Guid? Next { get; private set; }

    public async Task OnGetAsync()
    {
        var groups = caller.Groups;
        Groups = await db.Groups.AsNoTracking().Where(group => group.Organisation == caller.Organisation && (caller.IsAdministrator || groups.Contains(group.Id)))
            .OrderBy(group => group.Key).ToListAsync(HttpContext.RequestAborted);
        var asked = Asked?.Trim() ?? "";
        var members = scope.LookedAfter.Where(member => asked == "" || member.Name.Contains(asked) || member.Key == asked || member.OccupationSaid.Contains(asked));
        if (Group is { } wanted)
        {
            members = members.Where(member => member.Groups.Any(membership => membership.GroupId == wanted && membership.Until == null));
        }

        Count = await members.CountAsync(HttpContext.RequestAborted);
        var after = After ?? Guid.Empty;
        var rows = await members.Where(member => member.Id > after).OrderBy(member => member.Id).Take(Shown + 1)
            .Select(member => new MemberRow(member.Id, member.Name, member.Key, member.OccupationSaid, member.BirthYear)).ToListAsync(HttpContext.RequestAborted);
        Rows = [.. rows.Take(Shown)];
        Next = rows.Count > Shown ? Rows[^1].Id : null;
    }
}
