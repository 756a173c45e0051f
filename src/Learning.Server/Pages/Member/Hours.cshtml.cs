using System.Globalization;
using Learning.Data;
using Learning.Members;
using Learning.Plans.Words.FreeWords;
using Learning.Server.Members;
using Learning.Server.Pages.Shared;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Learning.Server.Pages.Member;

/// <summary>The hours of the week that are free for study, and the dates that differ from it.</summary>
internal sealed class HoursPage(Caller caller, LearningDbContext db, Scope scope, MemberKeeping members, FreeWordsReader words, TimeProvider time) : RefusingPage
{
    /// <summary>Rows a day offers beyond those in use.</summary>
    private const int Spare = 1;

    /// <summary>The days as people here count them.</summary>
    public static readonly DayOfWeek[] Days =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>The rows of the form: those in use and a free one a day.</summary>
    public IReadOnlyList<(DayOfWeek Day, string Start, string End)> Rows { get; private set; } = [];

    /// <summary>Dates from today on that differ from the week.</summary>
    public IReadOnlyList<SlotException> Exceptions { get; private set; } = [];

    /// <summary>Today where the member lives.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>A date that differs, as typed.</summary>
    public (string Date, string Start, string End) Other { get; private set; } = ("", "", "");

    /// <summary>Most minutes a day, as typed.</summary>
    public string DailyCap { get; private set; } = "";

    public bool IsDone { get; private set; }

    /// <summary>What was made of the member's own words; a proposal until it is kept.</summary>
    public Understood? Understood { get; private set; }

    /// <summary>The member's own words.</summary>
    public string Said { get; private set; } = "";

    public Task OnGetAsync(bool done)
    {
        IsDone = done;
        return ReadAsync();
    }

    protected override async Task ReadAsync()
    {
        var member = await scope.MemberAsync(caller.RequiredMemberId, HttpContext.RequestAborted);
        Today = LocalDay.Of(time.GetUtcNow(), member.TimeZone);
        Exceptions = [.. SlotException.ToCome(member.SlotExceptions, Today)];
        Show(member.Slots.Select(slot => (slot.Day, $"{slot.Start:HH:mm}", EndOf(slot.Start, slot.Minutes))), member.DailyCapMinutes.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Understands own words and fills the form with what they seem to say. Nothing is kept.</summary>
    public async Task OnPostWordsAsync(string? said)
    {
        await ReadAsync();
        Said = said ?? "";
        if (Said.Trim().Length == 0 || Said.Length > FreeWordsRules.Longest)
        {
            Refuse(new BrokenRule("own-words-invalid", $"Nothing is said, or more than {FreeWordsRules.Longest} characters.", "Say in a sentence or two when there is time."));
            return;
        }

        Understood = await words.ReadAsync(Said, HttpContext.RequestAborted);
        if (Understood.Slots.Count > 0)
        {
            Show(Understood.Slots.Select(slot => (slot.Day, $"{slot.Start:HH:mm}", EndOf(slot.Start, slot.Minutes))), DailyCap);
        }
    }

    public async Task<IActionResult> OnPostAsync(List<DayOfWeek> days, List<string?> starts, List<string?> ends, string? cap, List<string> wishes)
    {
        var rows = days.Select((day, place) => (Day: day, Start: starts.ElementAtOrDefault(place) ?? "", End: ends.ElementAtOrDefault(place) ?? "")).Where(row => row.Start.Length > 0 || row.End.Length > 0).ToList();
        var isKept = await TryAsync(async () =>
        {
            var member = await scope.MemberAsync(caller.RequiredMemberId, HttpContext.RequestAborted);
            var slots = rows.ConvertAll(row => SlotOf(row.Day, row.Start, row.End, member.Slots));
            await members.ChangeAsync(member, MemberProfile.Of(member) with { Slots = slots, DailyCapMinutes = int.TryParse(cap, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : 0, Tags = [.. member.Tags.Select(tag => tag.Name).Concat(wishes).Distinct(StringComparer.Ordinal)] }, Tellers.About(caller, member), HttpContext.RequestAborted);
            await db.SaveChangesAsync(HttpContext.RequestAborted);
        });
        if (isKept)
        {
            return LocalRedirect("/me/hours?done=true");
        }

        await ReadAsync();
        Show(rows, cap ?? "");
        return Page();
    }

    /// <summary>A day off, or a time of one date instead of the week's; a second time of the same date comes beside the first.</summary>
    public Task<IActionResult> OnPostDayAsync(DateOnly date, string? start, string? end, bool off)
    {
        Other = (date == default ? "" : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), start ?? "", end ?? "");
        return KeepAsync(days =>
        {
            var before = off ? null : days.Find(day => day.Date == date);
            return [.. days.Where(day => day.Date != date), off ? SlotException.DayOff(date) : new SlotException(date, [.. before?.Slots ?? [], DaySlotOf(Other.Start, Other.End)])];
        });
    }

    /// <summary>One date is as the week again.</summary>
    public Task<IActionResult> OnPostUsualAsync([BindRequired] DateOnly date) => KeepAsync(days => [.. days.Where(day => day.Date != date)]);

    private Task<IActionResult> KeepAsync(Func<List<SlotException>, List<SlotException>> change) => TryAsync("/me/hours?done=true", async () =>
    {
        var member = await scope.MemberAsync(caller.RequiredMemberId, HttpContext.RequestAborted);
        Today = LocalDay.Of(time.GetUtcNow(), member.TimeZone);
        await members.ChangeAsync(member, MemberProfile.Of(member) with { SlotExceptions = change([.. SlotException.ToCome(member.SlotExceptions, Today)]) }, Tellers.About(caller, member), HttpContext.RequestAborted);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
    });

    /// <summary>A time, from start to end.</summary>
    public static string Span(DaySlot slot) => $"{slot.Start:HH:mm}–{EndOf(slot.Start, slot.Minutes)}";

    // A time that ends at midnight is shown to end a minute before: the form has no 24:00.
    private static string EndOf(TimeOnly start, int minutes) => start.ToTimeSpan().TotalMinutes + minutes >= 24 * 60 ? "23:59" : $"{start.AddMinutes(minutes):HH:mm}";

    private static Slot SlotOf(DayOfWeek day, string start, string end, List<Slot> before)
    {
        var (from, minutes) = SpanOf(start, end);

        // What somebody said about a time before (listening only) stays with it.
        return new Slot(day, from, minutes, before.Find(slot => slot.Day == day && slot.Start == from)?.Modes ?? []);
    }

    private static DaySlot DaySlotOf(string start, string end)
    {
        var (from, minutes) = SpanOf(start, end);
        return new DaySlot(from, minutes, []);
    }

    private static (TimeOnly Start, int Minutes) SpanOf(string start, string end)
    {
        if (!TimeOnly.TryParseExact(start, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            || !TimeOnly.TryParseExact(end, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to) || to <= from)
        {
            throw new BrokenRule("slot-invalid", "A time has no start or no end, or its end is not after its start.", "Give both, such as 09:30 and 10:00.");
        }

        return (from, (int)(to - from).TotalMinutes);
    }

    private void Show(IEnumerable<(DayOfWeek Day, string Start, string End)> rows, string cap)
    {
        var byDay = rows.ToLookup(row => row.Day);
        Rows = [.. Days.SelectMany(day => byDay[day].OrderBy(row => row.Start, StringComparer.Ordinal).Concat(Enumerable.Repeat((day, "", ""), Spare)))];
        DailyCap = cap;
    }
}
