using System.Globalization;
using System.Text.Json.Serialization;
using Learning.Plans.Words.Models;
using Microsoft.Extensions.Logging;

namespace Learning.Plans.Words.FreeWords;

/// <summary>Understands a member's own words: by rules always, and where a part stays dark and a model is configured, by the model, held to what was said.</summary>
public sealed partial class FreeWordsReader(LanguageModel model, ILogger<FreeWordsReader> log)
{
    /// <summary>Understands a text. Nothing is kept.</summary>
    public async Task<Understood> ReadAsync(string text, CancellationToken cancellationToken)
    {
        var byRules = FreeWordsRules.Read(text);
        if (!model.IsThere || (byRules.NotUnderstood.Count == 0 && byRules.Slots.Count + byRules.Wishes.Count > 0))
        {
            return byRules;
        }

        var reply = await model.AskAsync("understand", new Dictionary<string, string>(StringComparer.Ordinal) { ["text"] = text }, null, null, cancellationToken);
        var read = reply.Text is null ? null : WordsReply.As<Reply>(reply.Text);
        var fault = reply.Fault ?? (read is null ? "garbage" : FaultOf(read, text));
        if (fault is not null)
        {
            LogFallback(fault, model.Name);
            return byRules with { Fallback = fault };
        }

        return Together(byRules, read!, text);
    }

    /// <summary>What the rules understood stands; the model adds where they were silent.</summary>
    private Understood Together(Understood byRules, Reply read, string text)
    {
        var slots = read.Slots.Select(slot => new ProposedSlot(slot.Day, Start(slot.Start)!.Value, slot.Minutes, slot.Said, Assumed: true)).ToList();
        var wishes = byRules.Wishes.Concat(read.Wishes.Select(wish => new ProposedWish(wish, FreeWordsRules.TopicOf(wish)))).DistinctBy(wish => wish.Text, StringComparer.OrdinalIgnoreCase).ToList();
        var said = read.Slots.Select(slot => slot.Said).Concat(read.Wishes).ToList();
        return new Understood(
            byRules.Slots.Count > 0 ? byRules.Slots : slots,
            wishes,
            [.. byRules.NotUnderstood.Where(dark => !said.Exists(words => dark.Contains(words, StringComparison.OrdinalIgnoreCase) || words.Contains(dark, StringComparison.OrdinalIgnoreCase)))])
        {
            Model = model.Name,
        };
    }

    /// <summary>Whatever the model proposes quotes the member: words that were not said, and times that no week has, are not believed.</summary>
    private static string? FaultOf(Reply read, string text)
    {
        if (read.Slots.Count > 50 || read.Wishes.Count > 10)
        {
            return "too-long";
        }

        if (read.Slots.Any(slot => !IsSaid(slot.Said, text)) || read.Wishes.Any(wish => !IsSaid(wish, text) || wish.Length > 50))
        {
            return "not-said";
        }

        var impossible = read.Slots.Any(slot => Start(slot.Start) is not { } start || slot.Minutes is < 5 or > 480 || (start.Hour * 60) + start.Minute + slot.Minutes > Windows.Day)
            || read.Slots.Index().Any(slot => read.Slots.Take(slot.Index).Any(other => Overlap(other, slot.Item)));
        return impossible ? "wrong-time" : read.Slots.Any(slot => !Agrees(slot)) ? "wrong-number" : null;
    }

    private static bool Overlap(ReplySlot one, ReplySlot other) =>
        one.Day == other.Day && Start(one.Start) is { } a && Start(other.Start) is { } b && a < b.AddMinutes(other.Minutes) && b < a.AddMinutes(one.Minutes);

    /// <summary>An hour that stands in the quoted words is one of the slot's own, in either half of the day.</summary>
    private static bool Agrees(ReplySlot slot)
    {
        var hours = SpokenNumbers.Of(slot.Said).Where(said => said.Kind == SpokenKind.Time).Select(said => (int)said.Value).ToList();
        var start = Start(slot.Start)!.Value;
        var own = new[] { (start.Hour * 60) + start.Minute, (start.Hour * 60) + start.Minute + slot.Minutes };
        return hours.Count == 0 || hours.Exists(said => own.Any(minute => minute % (Windows.Day / 2) == said % (Windows.Day / 2)));
    }

    private static bool IsSaid(string words, string text) => words.Trim().Length > 0 && text.Contains(words.Trim(), StringComparison.OrdinalIgnoreCase);

    private static TimeOnly? Start(string written) => TimeOnly.TryParseExact(written, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    [LoggerMessage(LogLevel.Warning, "The rules alone understood a member's words: {Reason} (model {Model})")]
    private partial void LogFallback(string reason, string model);

    private sealed record Reply([property: JsonRequired] IReadOnlyList<ReplySlot> Slots, [property: JsonRequired] IReadOnlyList<string> Wishes);

    private sealed record ReplySlot(
        [property: JsonRequired, JsonConverter(typeof(JsonStringEnumConverter<DayOfWeek>))] DayOfWeek Day, [property: JsonRequired] string Start, [property: JsonRequired] int Minutes, [property: JsonRequired] string Said);
}
