using System.Globalization;
using Learning.Materials;

namespace Learning.Plans.Conflicts;

/// <summary>A conflict as kept: kinds choose the sentences, values fill them.</summary>
/// <param name="Rules">The rules that cannot all hold.</param>
/// <param name="Minimal">Whether giving up any one of them is proven to do.</param>
public sealed record StoredConflict(List<StoredConflictRule> Rules, bool Minimal)
{
    /// <summary>The conflict of a problem, to be kept.</summary>
    public static StoredConflict? Of(PlanConflict? conflict) => conflict is null ? null : new([.. conflict.Rules.Select(StoredConflictRule.Of)], conflict.Minimal);

    /// <summary>The conflict in one sentence.</summary>
    /// <param name="titleOf">The title of a material.</param>
    /// <param name="ruleOf">The title of a rule pack, by its id and a language.</param>
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    public string In(Func<Guid, string?> titleOf, Func<string, string, string> ruleOf, string language) => Texts.Of(Minimal ? "conflict-any-one" : "conflict", language, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["rules"] = string.Join(language == "zh" ? "；" : "; ", Rules.Select(rule => rule.In(titleOf, ruleOf, language))),
    });
}

/// <summary>A rule of a conflict as kept.</summary>
/// <param name="Kind">One of <see cref="ConflictKinds"/>.</param>
/// <param name="Material">The material, where one is meant.</param>
/// <param name="Values">Values for the sentence, by name.</param>
public sealed record StoredConflictRule(string Kind, Guid? Material, Dictionary<string, string> Values)
{
    internal static StoredConflictRule Of(ConflictRule rule)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("rule", rule.Rule);
        Add("topic", rule.Topic);
        Add("by", rule.By?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("hours", rule.Hours?.ToString("0.###", CultureInfo.InvariantCulture));
        Add("minutes", rule.Minutes?.ToString(CultureInfo.InvariantCulture));
        return new StoredConflictRule(rule.Kind, rule.Material, values);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                values[name] = value;
            }
        }
    }

    /// <summary>The rule in words.</summary>
    /// <param name="titleOf">The title of a material.</param>
    /// <param name="ruleOf">The title of a rule pack, by its id and a language.</param>
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    public string In(Func<Guid, string?> titleOf, Func<string, string, string> ruleOf, string language) => Texts.Of("conflict-" + Kind, language, new Dictionary<string, string>(Values, StringComparer.Ordinal)
    {
        ["title"] = Material is { } id ? titleOf(id) ?? "" : "",
        ["rule"] = Values.GetValueOrDefault("rule") is { } rule ? ruleOf(rule, language) : "",
        ["topic"] = Values.GetValueOrDefault("topic") is { } topic ? Topics.Named(topic).In(language) : "",
    });
}
