using System.Globalization;
using Learning.Data;
using Learning.Materials;
using Learning.Members;
using Learning.Rules;
using Learning.Server.Errors;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Pages.Coordinator;

/// <summary>What a rule asks of a group, and what it would ask.</summary>
/// <param name="Group">Name of the group.</param>
/// <param name="Members">Members to whom the rule applies, without the exempt.</param>
/// <param name="Exempt">The exempt.</param>
/// <param name="Reach">Who reaches the target by what is earned and planned; null where the rule asks for no hours.</param>
/// <param name="WouldReach">Who would reach the other target.</param>
/// <param name="Missing">Hours missing now.</param>
/// <param name="WouldMiss">Hours that would be missing.</param>
internal sealed record WhatIfRow(string Group, int Members, int Exempt, int Reach, int WouldReach, decimal Missing, decimal WouldMiss);

/// <summary>The rule packs in force with their sources, and what another target would mean. Nothing is changed here: packs are files that somebody signs.</summary>
internal sealed class RulesPage(Caller caller, LearningDbContext db, RulePacks rules, HoursOfMembers hours, Catalogue catalogue, TimeProvider time) : PageModel
{
    private const decimal MostHours = 2000;

    private Dictionary<string, string> _titles = [];

    [BindProperty(SupportsGet = true)]
    public string? Pack { get; set; }

    [BindProperty(SupportsGet = true)]
    public decimal? Target { get; set; }

    public IReadOnlyList<RulePack> Packs => rules.All;

    public RulePack? Chosen { get; private set; }

    public IReadOnlyList<WhatIfRow>? Rows { get; private set; }

    public BrokenRule? Broken { get; private set; }

    /// <summary>The title of a material that a pack asks for; its key where the organisation has no such material.</summary>
    public string TitleOf(string key) => _titles.GetValueOrDefault(key, key);

    public async Task OnGetAsync()
    {
        _titles = (await catalogue.CurrentAsync(db, HttpContext.RequestAborted)).ById.Values
            .Where(entry => entry.Organisation == caller.Organisation && entry.Key is not null).DistinctBy(entry => entry.Key).ToDictionary(entry => entry.Key!, entry => entry.Title, StringComparer.Ordinal);
        Chosen = rules.Find(Pack ?? "");
        if (ModelState.TryGetValue(nameof(Target), out var typed) && typed.Errors.Count > 0)
        {
            Refuse(typed.AttemptedValue);
            return;
        }

        if (Chosen?.Hours is { } asked && Target is { } target)
        {
            if (target is <= 0 or > MostHours)
            {
                Refuse(target.ToString(CultureInfo.InvariantCulture));
                return;
            }

            Rows = await CompareAsync(Chosen, asked.Target, target);
        }
    }

    private void Refuse(string? typed)
    {
        Broken = new BrokenRule("target-invalid", $"{typed} is no number of hours a year.", $"Give 0.1 to {MostHours}.");
        Response.StatusCode = Problems.StatusOf(Broken.Kind);
    }

    private async Task<IReadOnlyList<WhatIfRow>> CompareAsync(RulePack pack, decimal now, decimal then)
    {
        var day = LocalDay.Of(time.GetUtcNow(), LocalDay.Usual);
        var members = await hours.ReadAsync(pack, day, HttpContext.RequestAborted);
        var groups = await db.Groups.AsNoTracking().Where(group => group.Organisation == caller.Organisation).ToDictionaryAsync(group => group.Id, HttpContext.RequestAborted);
        var chinese = HttpContext.Language() == "zh";
        return
        [
            .. from pair in members.SelectMany(member => member.Groups.Select(id => (Group: id, Member: member)))
               group pair.Member by pair.Group into part
               let name = groups.TryGetValue(part.Key, out var found) ? chinese ? found.NameZh : found.NameEn : ""
               let asked = part.Where(member => !member.IsExempt).ToList()
               orderby name
               select new WhatIfRow(
                   name, asked.Count, part.Count(member => member.IsExempt),
                   asked.Count(member => member.Earned + member.Planned >= now), asked.Count(member => member.Earned + member.Planned >= then),
                   asked.Sum(member => Math.Max(0, now - member.Earned - member.Planned)), asked.Sum(member => Math.Max(0, then - member.Earned - member.Planned))),
        ];
    }
}
