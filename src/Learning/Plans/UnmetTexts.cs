using Learning.Materials;

namespace Learning.Plans;

/// <summary>Says what could not be planned and what would mend it.</summary>
public static class UnmetTexts
{
    /// <summary>The sentence for something unmet, with its remedies.</summary>
    /// <param name="unmet">What could not be planned.</param>
    /// <param name="title">Title of the material, where one is meant.</param>
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    public static string Of(StoredUnmet unmet, string? title, string language)
    {
        var values = new Dictionary<string, string>(unmet.Values, StringComparer.Ordinal) { ["title"] = title ?? "" };
        if (values.TryGetValue("topic", out var topic))
        {
            values["topic"] = Topics.Named(topic).In(language);
        }

        var remedies = (unmet.Values.GetValueOrDefault("remedies") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(kind => Texts.Of("remedy-" + kind, language, values));
        var what = Texts.Of("unmet-" + unmet.Kind, language, values);
        var how = string.Join(language == "zh" ? "；" : "; ", remedies);
        return how.Length == 0 ? what : Texts.Of("unmet-with-remedies", language, new Dictionary<string, string>(StringComparer.Ordinal) { ["what"] = what, ["how"] = how });
    }
}
