using System.Text.RegularExpressions;
using Learning.Materials;

namespace Learning.Plans.Words.FreeWords;

/// <summary>Understands when a member is free and what the member would like, by rules, in Chinese and English. A function of the text.</summary>
public static partial class FreeWordsRules
{
    /// <summary>Longest text that is read.</summary>
    public const int Longest = 500;

    private const int MostSlots = 50;
    private const int MostWishes = 10;
    private const int LongestWish = 50;
    private const int LongestSlot = 480;
    private const int ShortestSlot = 5;
    private static readonly DayOfWeek[] EveryDay = Enum.GetValues<DayOfWeek>();

    /// <summary>Words that tell a topic beside those that stand in materials.</summary>
    private static readonly (string Word, string Topic)[] Spoken =
    [
        ("交通", "traffic-safety"), ("事故", "traffic-safety"), ("骑车", "traffic-safety"), ("开车", "traffic-safety"), ("accident", "traffic-safety"), ("road", "traffic-safety"),
        ("吃", "food-safety"), ("合同", "labour-rights"), ("contract", "labour-rights"), ("社保", "social-security"), ("养老", "social-security"), ("医保", "social-security"),
        ("退款", "consumer-law"), ("急救", "first-aid"), ("骗", "fraud-prevention"), ("手机", "digital-skills"), ("电脑", "digital-skills"), ("phone", "digital-skills"), ("computer", "digital-skills"),
        ("锻炼", "health"), ("法律", "law"), ("law", "law"),
    ];

    /// <summary>Understands a text.</summary>
    public static Understood Read(string text)
    {
        var tokens = Lexer.Read(text.Length > Longest ? text[..Longest] : text);
        var given = new List<Clause>();
        var notUnderstood = new List<string>();
        IReadOnlyList<DayOfWeek> waiting = [];
        foreach (var part in Split(tokens))
        {
            var clauses = ClauseReader.Read(part);
            foreach (var clause in clauses)
            {
                var days = clause.Days.Count > 0 ? [.. waiting, .. clause.Days] : waiting.Count > 0 ? waiting : given.LastOrDefault(last => !last.IsNegative)?.Days ?? [];
                var isOpen = clause.Windows.Count == 0 && !clause.IsNegative;
                if (!isOpen || clause == clauses[^1])
                {
                    waiting = isOpen ? [.. waiting, .. clause.Days] : [];
                }

                if (!isOpen)
                {
                    given.Add(clause with { Days = days });
                }
            }

            if (clauses.Count == 0 && IsLost(part))
            {
                notUnderstood.Add(string.Concat(part.Select(token => token.Said)).Trim());
            }
        }

        if (waiting.Count > 0)
        {
            given.Add(new Clause(waiting, [Windows.Of(PartOfDay.Morning)], false, true, text.Trim()));
        }

        return new Understood(Slots(given), Wishes(tokens), notUnderstood);
    }

    /// <summary>The times that a text rules out: "周末要值班", "not free on Sundays".</summary>
    internal static IReadOnlyList<TermTime> Refusals(string text) =>
    [
        .. from part in Split(Lexer.Read(text.Length > Longest ? text[..Longest] : text))
           from clause in ClauseReader.Read(part)
           where clause.IsNegative && (clause.Days.Count > 0 || clause.Windows.Count > 0)
           from day in (clause.Days.Count > 0 ? clause.Days : EveryDay).Distinct()
           from window in clause.Windows.Count > 0 ? clause.Windows : [new Window(0, 0, false)]
           select new TermTime(day, Clock(window.From), Clock(window.To)),
    ];

    private static TimeOnly Clock(int minute) => new(minute % Windows.Day / 60, minute % 60);

    /// <summary>The topic that a wish seems to belong to.</summary>
    internal static string? TopicOf(string wish) =>
        Topics.All.FirstOrDefault(topic => wish.Contains(topic.Zh, StringComparison.Ordinal) || wish.Contains(topic.En, StringComparison.OrdinalIgnoreCase))?.Id
        ?? TopicSuggestions.For(wish, "").FirstOrDefault(topic => topic != "law")
        ?? Spoken.FirstOrDefault(pair => wish.Contains(pair.Word, StringComparison.OrdinalIgnoreCase)).Topic;

    private static IEnumerable<List<Token>> Split(IReadOnlyList<Token> tokens)
    {
        var part = new List<Token>();
        foreach (var token in tokens)
        {
            if (token is JoinToken { Join: Join.Stop } or WishToken)
            {
                yield return part;
                part = [];
            }
            else
            {
                part.Add(token);
            }
        }

        yield return part;
    }

    /// <summary>Whether a clause says something of which nothing was made: a sign or a word that no rule knows.</summary>
    private static bool IsLost(List<Token> part) => part.Exists(token => token is OtherToken other && other.Said.Any(char.IsLetterOrDigit));

    private static IReadOnlyList<ProposedWish> Wishes(IReadOnlyList<Token> tokens) =>
    [
        .. tokens.OfType<WishToken>()
            .SelectMany(token => Listed().Split(token.Wish))
            .Select(wish => Ends().Replace(wish, "").Trim())
            .Where(wish => wish.Length is > 0 and <= LongestWish)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MostWishes)
            .Select(wish => new ProposedWish(wish, TopicOf(wish))),
    ];

    private static IReadOnlyList<ProposedSlot> Slots(List<Clause> clauses)
    {
        var minutes = new (string? Said, bool Assumed)[7 * Windows.Day];
        foreach (var clause in clauses.OrderBy(clause => clause.IsNegative))
        {
            var windows = clause.Windows.Count > 0 || !clause.IsNegative ? clause.Windows : [new Window(0, Windows.Day, false)];
            foreach (var day in clause.Days.Count > 0 ? clause.Days : EveryDay)
            {
                foreach (var window in windows)
                {
                    Mark(minutes, (int)day, window, clause.IsNegative ? null : clause.Said, window.Assumed || clause.Assumed || clause.Days.Count == 0);
                }
            }
        }

        return [.. Enumerable.Range(1, 7).SelectMany(day => OfDay(minutes, day % 7)).Take(MostSlots)];
    }

    private static void Mark((string? Said, bool Assumed)[] minutes, int day, Window window, string? said, bool assumed)
    {
        for (var minute = window.From; minute < window.To; minute++)
        {
            minutes[((day * Windows.Day) + minute) % minutes.Length] = (said, assumed);
        }
    }

    private static IEnumerable<ProposedSlot> OfDay((string? Said, bool Assumed)[] minutes, int day)
    {
        for (var minute = 0; minute < Windows.Day;)
        {
            var first = minutes[(day * Windows.Day) + minute];
            var end = minute + 1;
            while (end < Windows.Day && end - minute < LongestSlot && minutes[(day * Windows.Day) + end] is { Said: not null } && first.Said is not null)
            {
                end++;
            }

            if (first.Said is not null && end - minute >= ShortestSlot)
            {
                yield return new ProposedSlot((DayOfWeek)day, new TimeOnly(minute / 60, minute % 60), end - minute, first.Said, first.Assumed);
            }

            minute = end;
        }
    }

    [GeneratedRegex(@"、|还有|以及|\s+as\s+well\s+as\s+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listed();

    [GeneratedRegex(@"^(?:一下|一些|点|些|关于|有关|about\s+)|(?:吧|呢|啊|哦|的(?:知识|内容|东西|课程?)?|方面的?|之类的?|等等?|\s+please)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ends();
}
