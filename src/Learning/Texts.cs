using System.Globalization;
using System.Resources;

namespace Learning;

/// <summary>The sentences of the house in both languages. Values stand in braces, as <see cref="Sentence"/> reads them.</summary>
public static class Texts
{
    private static readonly ResourceManager Resources = new("Learning.Texts", typeof(Texts).Assembly);
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    /// <summary>A sentence with its values; an unknown key is its own text.</summary>
    /// <param name="key">Key in the resources.</param>
    /// <param name="language"><c>zh</c>, or anything else for English.</param>
    /// <param name="values">Values by name.</param>
    public static string Of(string key, string language, IReadOnlyDictionary<string, string>? values = null)
    {
        var text = Resources.GetString(key, language == "zh" ? Chinese : CultureInfo.InvariantCulture) ?? key;
        return values is null ? text : Sentence.Fill(text, language, values.GetValueOrDefault);
    }

    /// <summary>Whether there is a sentence of this key in a language of its own.</summary>
    public static bool Has(string key, string language) =>
        Resources.GetResourceSet(language == "zh" ? Chinese : CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)?.GetString(key) is not null;
}
