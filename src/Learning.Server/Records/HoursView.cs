using Learning.Data;
using Learning.Materials;
using Learning.Members;
using Learning.Plans;
using Learning.Records;
using Learning.Records.Ledger;
using Learning.Rules;
using Learning.Server.Conventions;
using Learning.Server.Errors;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Records;

/// <summary>A member's credit hours.</summary>
/// <param name="Total">Hours that count, over all time.</param>
/// <param name="Asked">What the rules ask in their periods now, and how far it is.</param>
/// <param name="Entries">The bookings, newest first, reversals among them.</param>
/// <param name="NextCursor">Ask for older bookings with it; null: there are none.</param>
public sealed record HoursAnswer(decimal Total, IReadOnlyList<HoursAskedView> Asked, IReadOnlyList<HoursEntryView> Entries, string? NextCursor);

/// <summary>Hours asked by a rule.</summary>
/// <param name="Rule">Id of the rule pack.</param>
/// <param name="Title">Its title.</param>
/// <param name="Article">Where it stands.</param>
/// <param name="Target">Hours asked.</param>
/// <param name="Earned">Hours that count in the period.</param>
/// <param name="Missing">Hours missing; 0 for who is exempt.</param>
/// <param name="From">First day of the period.</param>
/// <param name="By">Last day.</param>
/// <param name="Exempt">Whether it is no requirement for this person.</param>
public sealed record HoursAskedView(string Rule, string Title, string Article, decimal Target, decimal Earned, decimal Missing, DateOnly From, DateOnly By, bool Exempt);

/// <summary>A booking.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it rests on.</param>
/// <param name="Hours">Credit hours; below 0 for a reversal.</param>
/// <param name="At">When it was learned.</param>
/// <param name="BookedAt">When it was booked.</param>
/// <param name="Material">The material; null for credit from elsewhere.</param>
/// <param name="Title">Its title.</param>
/// <param name="Topic">The topic of credit from elsewhere.</param>
/// <param name="Record">The learning record that is the evidence.</param>
/// <param name="Evidence">The evidence in words, or why it was taken back.</param>
/// <param name="By">Who answers for it; empty where the house graded it.</param>
/// <param name="Reverses">The booking that this one takes back.</param>
/// <param name="ReversedBy">The booking that took this one back.</param>
/// <param name="Postings">Both sides.</param>
public sealed record HoursEntryView(
    Guid Id, HoursKind Kind, decimal Hours, DateTimeOffset At, DateTimeOffset BookedAt, Guid? Material, string? Title, string? Topic, Guid? Record, string Evidence, string By, Guid? Reverses, Guid? ReversedBy,
    IReadOnlyList<HoursPostingView> Postings);

/// <summary>One side of a booking.</summary>
/// <param name="Account">The account.</param>
/// <param name="Hours">Credit hours.</param>
public sealed record HoursPostingView(string Account, decimal Hours);

/// <summary>Shows a member's hours.</summary>
internal sealed class HoursViews(LearningDbContext db, Catalogue catalogue, RulePacks rules, TimeProvider time)
{
    public async Task<HoursAnswer> OfAsync(Guid id, PageQuery page, HttpContext context, CancellationToken cancellationToken)
    {
        var member = await db.Members.AsNoTracking().SingleAsync(one => one.Id == id, cancellationToken);
        var language = context.AskedLanguage() ?? member.Language;
        var materials = await catalogue.CurrentAsync(db, cancellationToken);
        var history = await History.ReadAsync(db, id, materials, cancellationToken);
        var asked = HoursAsked.Of(rules, member, history, materials, LocalDay.Of(time.GetUtcNow(), member.TimeZone));
        var entries = await db.HoursEntries.AsNoTracking().Include(entry => entry.Postings).Where(entry => entry.MemberId == id).ToListAsync(cancellationToken);
        var newest = entries.OrderByDescending(entry => entry.BookedAt).ThenByDescending(entry => entry.Id).ToList();
        var start = page.After == Guid.Empty ? 0 : newest.FindIndex(entry => entry.Id == page.After) + 1;
        var shown = Page.Of([.. newest.Skip(start).Take(page.SizeAndOne)], page.Size, entry => entry.Id);
        var takenBack = entries.Where(entry => entry.Reverses is not null).ToDictionary(entry => entry.Reverses!.Value, entry => entry.Id);
        return new HoursAnswer(entries.Sum(entry => entry.Tenths) / 10m, [.. asked.Select(line => Asked(line, language))], [.. shown.Items.Select(entry => Entry(entry, materials, takenBack))], shown.NextCursor);
    }

    public async Task<HoursEntryView> EntryAsync(HoursEntry entry, CancellationToken cancellationToken) =>
        Entry(entry, await catalogue.CurrentAsync(db, cancellationToken), []);

    private static HoursAskedView Asked(HoursAsked line, string language) => new(
        line.Pack.Id, line.Pack.Title.In(language), line.Pack.Source.Article, line.Target, line.Earned, line.Exempt ? 0 : line.Missing, line.Period.First, line.Period.Last, line.Exempt);

    private static HoursEntryView Entry(HoursEntry entry, CatalogueSnapshot materials, Dictionary<Guid, Guid> takenBack) => new(
        entry.Id, entry.Kind, entry.Hours, entry.At, entry.BookedAt, entry.MaterialId, entry.MaterialId is { } id ? materials.ById.GetValueOrDefault(id)?.Title : null, entry.Topic, entry.RecordId, entry.Evidence, entry.ByName,
        entry.Reverses, takenBack.TryGetValue(entry.Id, out var reversal) ? reversal : null,
        [.. entry.Postings.OrderBy(posting => posting.Account, StringComparer.Ordinal).Select(posting => new HoursPostingView(posting.Account, posting.Tenths / 10m))]);
}
