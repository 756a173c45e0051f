using System.Globalization;
using System.Text;
using Learning.Data;
using Learning.Members;
using Learning.Records;
using Learning.Rules;
using Learning.Server.Errors;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Pages.Coordinator;

/// <summary>Hours by group and completions by month, as pictures with their numbers and a CSV behind each. Groups, never members, are compared.</summary>
internal sealed class FiguresPage(Caller caller, Scope scope, LearningDbContext db, RulePacks rules, HoursOfMembers hours, TimeProvider time) : PageModel
{
    private const int Months = 12;

    /// <summary>A group with fewer members is not shown by itself: a mean would tell about a person.</summary>
    private const int FewestMembers = 5;

    public RulePack? Pack => rules.All.FirstOrDefault(pack => pack.Hours is not null);

    public IReadOnlyList<(string Group, int Members, decimal Earned, decimal Planned)> Groups { get; private set; } = [];

    public IReadOnlyList<(DateOnly Month, int Lessons)> Completions { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Groups = await GroupsAsync();
        Completions = await CompletionsAsync();
    }

    public async Task<IActionResult> OnGetHoursAsync() => Csv("hours-by-group", "group,members,meanHoursEarned,meanHoursPlanned", (await GroupsAsync()).Select(row =>
        string.Create(CultureInfo.InvariantCulture, $"{Safe(row.Group)},{row.Members},{row.Earned:0.00},{row.Planned:0.00}")));

    public async Task<IActionResult> OnGetCompletionsAsync() => Csv("completions-by-month", "month,lessons", (await CompletionsAsync()).Select(row =>
        string.Create(CultureInfo.InvariantCulture, $"{row.Month:yyyy-MM},{row.Lessons}")));

    private async Task<IReadOnlyList<(string Group, int Members, decimal Earned, decimal Planned)>> GroupsAsync()
    {
        if (Pack is not { } pack)
        {
            return [];
        }

        var members = await hours.ReadAsync(pack, Today, HttpContext.RequestAborted);
        var names = await db.Groups.AsNoTracking().Where(group => group.Organisation == caller.Organisation).ToDictionaryAsync(group => group.Id, HttpContext.RequestAborted);
        var chinese = HttpContext.Language() == "zh";
        return
        [
            .. from pair in members.SelectMany(member => member.Groups.Select(id => (Group: id, Member: member)))
               group pair.Member by pair.Group into part
               where part.Count() >= FewestMembers && names.ContainsKey(part.Key)
               let name = chinese ? names[part.Key].NameZh : names[part.Key].NameEn
               orderby name
               select (name, part.Count(), part.Average(member => member.Earned), part.Average(member => member.Planned)),
        ];
    }

    private async Task<IReadOnlyList<(DateOnly Month, int Lessons)>> CompletionsAsync()
    {
        var first = new DateOnly(Today.Year, Today.Month, 1).AddMonths(1 - Months);
        var since = new DateTimeOffset(first.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var at = await db.Records.AsNoTracking()
            .Where(record => record.At >= since && record.Success == true && (record.Verb == Verb.Recalled || record.Verb == Verb.Attended) && scope.LookedAfter.Any(member => member.Id == record.MemberId))
            .Select(record => record.At).ToListAsync(HttpContext.RequestAborted);
        var byMonth = at.CountBy(moment => LocalDay.Of(moment, LocalDay.Usual) is var day ? new DateOnly(day.Year, day.Month, 1) : default).ToDictionary();
        return [.. Enumerable.Range(0, Months).Select(first.AddMonths).Select(month => (month, byMonth.GetValueOrDefault(month)))];
    }

    private DateOnly Today => LocalDay.Of(time.GetUtcNow(), LocalDay.Usual);

    private FileContentResult Csv(string name, string header, IEnumerable<string> lines) =>
        File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes($"{header}\n{string.Join('\n', lines)}\n")).ToArray(), "text/csv; charset=utf-8", $"{name}.csv");

    // A name that a spreadsheet would take for a formula stays a name.
    private static string Safe(string name) => $"\"{(name.Length > 0 && "=+-@".Contains(name[0], StringComparison.Ordinal) ? "'" : "")}{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
