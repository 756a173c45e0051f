using System.Globalization;
using System.Resources;
using Learning.Members;
using Learning.Server.Errors;

namespace Learning.Server.Pages;

/// <summary>The words of the pages in the reader's language. Values stand in braces, as <see cref="Sentence"/> reads them.</summary>
internal sealed class Words(IHttpContextAccessor http)
{
    private static readonly ResourceManager[] Books =
    [
        new("Learning.Server.Pages.Words", typeof(Words).Assembly),
        new("Learning.Server.Pages.Coordinator.Words", typeof(Words).Assembly),
    ];

    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public string Language { get; } = http.HttpContext!.Language();

    /// <summary>Whether the reader reads Chinese.</summary>
    public bool IsChinese => Language == "zh";

    /// <summary>The same for the <c>lang</c> attribute.</summary>
    public string Tag => IsChinese ? "zh-CN" : "en";

    /// <summary>Culture for dates and numbers.</summary>
    public CultureInfo Culture => CultureInfo.GetCultureInfo(IsChinese ? "zh-CN" : "en-GB");

    /// <summary>The words of a key; an unknown key is its own words, which a test forbids.</summary>
    public string this[string key] => Find(key, Language) ?? key;

    /// <summary>Whether there are words of a key.</summary>
    public bool Has(string key) => Find(key, Language) is not null;

    /// <summary>The words of a key with values.</summary>
    public string Of(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            said[name] = Convert.ToString(value, Culture) ?? "";
        }

        return Sentence.Fill(this[key], Language, said.GetValueOrDefault);
    }

    /// <summary>A list of words.</summary>
    public string List(IEnumerable<string> words) => string.Join(this["punctuation.list"], words);

    /// <summary>Whole sentences one after the other; each brings its own full stop.</summary>
    public string Sentences(IEnumerable<string> sentences) => string.Join(IsChinese ? "" : " ", sentences);

    /// <summary>The language of a text that may be in another one than the page, for the <c>lang</c> attribute; null when it is the page's own.</summary>
    public string? TongueOf(string text) => text.Any(sign => sign is >= '\u4e00' and <= '\u9fff') == IsChinese ? null : IsChinese ? "en" : "zh-CN";

    /// <summary>Every key that is there in a language.</summary>
    public static IReadOnlySet<string> Keys(string language) => Books
        .Select(book => book.GetResourceSet(CultureOf(language), createIfNotExists: true, tryParents: false))
        .OfType<ResourceSet>()
        .SelectMany(set => set.Cast<System.Collections.DictionaryEntry>())
        .Select(entry => (string)entry.Key)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>A day, such as 11月24日 周二 or Tue 24 Nov.</summary>
    public string Day(DateOnly day) => day.ToString(IsChinese ? "M月d日 ddd" : "ddd d MMM", Culture);

    /// <summary>A day whose weekday is known, such as 11月24日 or 24 Nov.</summary>
    public string ShortDay(DateOnly day) => day.ToString(IsChinese ? "M月d日" : "d MMM", Culture);

    /// <summary>A day that may lie in another year, such as 2026年11月24日 or 24 Nov 2026.</summary>
    public string Date(DateOnly day) => day.ToString(IsChinese ? "yyyy年M月d日" : "d MMM yyyy", Culture);

    /// <summary>A moment where the reader is.</summary>
    public string Moment(DateTimeOffset moment) => Moment(moment, ReadersZone.Of(http.HttpContext!));

    /// <summary>The day of a moment where the reader is, with its year.</summary>
    public string Date(DateTimeOffset moment) => Date(Learning.Members.LocalDay.Of(moment, ReadersZone.Of(http.HttpContext!)));

    /// <summary>A month, such as 2026年11月 or Nov 2026.</summary>
    public string Month(DateOnly first) => first.ToString(IsChinese ? "yyyy年M月" : "MMM yyyy", Culture);

    /// <summary>A moment in a zone.</summary>
    public string Moment(DateTimeOffset moment, string timeZone) =>
        TimeZoneInfo.ConvertTime(moment, LocalDay.Zone(timeZone)).ToString(IsChinese ? "M月d日 HH:mm" : "d MMM HH:mm", Culture);

    /// <summary>Hours of credit.</summary>
    public string Hours(decimal hours) => hours.ToString("#,0.#", Culture);

    private static string? Find(string key, string language) =>
        Books.Select(book => book.GetString(key, CultureOf(language))).FirstOrDefault(text => text is not null);

    private static CultureInfo CultureOf(string language) => language == "zh" ? Chinese : CultureInfo.InvariantCulture;
}
