using System.Text.RegularExpressions;
using Learning.Members;

namespace Learning.Rules;

/// <summary>What a rule pack must keep to. It answers with everything that is wrong, each with the field it is in.</summary>
internal static partial class RulePackSchema
{
    private const decimal MostHours = 2000;

    /// <summary>Everything that is wrong with a pack; empty when nothing is.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="file">Name of its file; the pack is called like it.</param>
    public static IReadOnlyList<RulePackProblem> ProblemsOf(RulePack pack, string file)
    {
        var problems = new List<RulePackProblem>();
        Demand(Id().IsMatch(pack.Id), "id", "id-invalid", pack.Id);
        Demand(!file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || Path.GetFileNameWithoutExtension(file) == pack.Id, "id", "id-not-file", pack.Id);
        Demand(IsSaid(pack.Title), "title", "text-missing");
        Demand(pack.Source.Document.Trim().Length > 0 && pack.Source.Article.Trim().Length > 0 && pack.Source.Quote.Trim().Length > 0, "source", "source-missing");
        Demand(pack.Source.Address.Length == 0 || (Uri.TryCreate(pack.Source.Address, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"), "source.address", "address-invalid", pack.Source.Address);
        Demand(!(pack.Until < pack.From), "until", "until-before-from");
        Demand(pack.Hours is not null || pack.Required.Count > 0, "hours", "asks-nothing");
        OfTheAudience(pack.AppliesTo);
        OfTheHours(pack);
        foreach (var (place, required) in pack.Required.Index())
        {
            Demand(required.Key.Trim().Length > 0, $"required[{place}].key", "key-missing");
            Demand(!(required.Due < pack.From), $"required[{place}].due", "due-before-from");
        }

        foreach (var (place, exemption) in pack.Exemptions.Index())
        {
            Demand(Kind().IsMatch(exemption.Kind), $"exemptions[{place}].kind", "kind-invalid", exemption.Kind);
            Demand(IsSaid(exemption.Text), $"exemptions[{place}].text", "text-missing");
            Demand(pack.Exemptions.Take(place).All(other => other.Kind != exemption.Kind), $"exemptions[{place}].kind", "kind-twice", exemption.Kind);
        }

        return problems;

        void Demand(bool holds, string where, string key, string value = "")
        {
            if (!holds)
            {
                problems.Add(new RulePackProblem(key, where, value));
            }
        }

        void OfTheAudience(RuleAudience audience)
        {
            foreach (var (place, code) in audience.Occupations.Index())
            {
                Demand(code == Occupation.Retired || Code().IsMatch(code), $"appliesTo.occupations[{place}]", "occupation-invalid", code);
            }

            foreach (var (place, band) in audience.AgeBands.Index())
            {
                Demand(AgeBand.All.Any(known => known.Id == band), $"appliesTo.ageBands[{place}]", "age-band-invalid", band);
            }
        }

        void OfTheHours(RulePack asked)
        {
            var target = FormattableString.Invariant($"{asked.Hours?.Target}");
            Demand(asked.Hours is not { Target: <= 0 or > MostHours }, "hours.target", "target-invalid", target);
            Demand(asked.Hours is null || RulePeriod.Names.Contains(asked.Hours.Period), "hours.period", "period-invalid", asked.Hours?.Period ?? "");
            Demand(asked.Topics.Count == 0 || asked.Hours is not null, "topics", "topics-without-hours");
            foreach (var (place, topic) in asked.Topics.Index())
            {
                Demand(topic.Topic.Trim().Length > 0 && topic.Hours > 0 && topic.Hours <= (asked.Hours?.Target ?? MostHours), $"topics[{place}]", "topic-invalid", topic.Topic);
            }
        }
    }

    private static bool IsSaid(BothLanguages text) => text.Zh.Trim().Length > 0 && text.En.Trim().Length > 0;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"^[1-8](-\d{2}){0,3}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex("^[a-z][a-z-]{0,49}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kind();
}

/// <summary>Something wrong with a rule pack.</summary>
/// <param name="Key">What; <c>rule-pack-KEY</c> in the texts.</param>
/// <param name="Where">The field.</param>
/// <param name="Value">What stands there.</param>
internal sealed record RulePackProblem(string Key, string Where, string Value)
{
    /// <summary>The problem as a sentence.</summary>
    public string In(string language) =>
        Texts.Of("rule-pack-" + Key, language, new Dictionary<string, string>(StringComparer.Ordinal) { ["where"] = Where, ["value"] = Value });
}
