using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Learning.Rules;

/// <summary>Reads one rule pack from YAML and says everything that is wrong with it.</summary>
internal static class RulePackFile
{
    /// <summary>Reads a pack.</summary>
    /// <exception cref="BrokenRule">The text is no rule pack; it names the file and every place.</exception>
    public static RulePack Parse(string yaml, string name)
    {
        RulePack? pack;
        try
        {
            pack = new DeserializerBuilder()
                .WithNamingConvention(CamelCaseNamingConvention.Instance)
                .WithTypeConverter(new DateOnlyConverter())
                .WithEnforceRequiredMembers()
                .WithDuplicateKeyChecking()
                .Build()
                .Deserialize<RulePack?>(yaml);
        }
        catch (YamlException problem)
        {
            throw Invalid(name, [$"line {problem.Start.Line}, column {problem.Start.Column}: {problem.InnerException?.Message ?? problem.Message}"], [$"第 {problem.Start.Line} 行第 {problem.Start.Column} 列：{problem.InnerException?.Message ?? problem.Message}"]);
        }

        if (pack is null)
        {
            throw Invalid(name, ["it is empty"], ["文件为空"]);
        }

        IReadOnlyList<RulePackProblem> problems = HasNothing(pack) is { } missing ? missing : RulePackSchema.ProblemsOf(pack, name);
        return problems.Count == 0 ? pack : throw Invalid(name, [.. problems.Select(problem => problem.In("en"))], [.. problems.Select(problem => problem.In("zh"))]);
    }

    /// <summary>YAML may say that a field is null where there must be something.</summary>
    private static List<RulePackProblem>? HasNothing(RulePack pack)
    {
        (string Where, object? Value)[] needed =
        [
            ("id", pack.Id), ("title", pack.Title), ("title.zh", pack.Title?.Zh), ("title.en", pack.Title?.En), ("source", pack.Source), ("source.document", pack.Source?.Document),
            ("source.article", pack.Source?.Article), ("source.quote", pack.Source?.Quote), ("source.address", pack.Source?.Address), ("appliesTo", pack.AppliesTo), ("appliesTo.organisations", pack.AppliesTo?.Organisations),
            ("appliesTo.occupations", pack.AppliesTo?.Occupations), ("appliesTo.ageBands", pack.AppliesTo?.AgeBands), ("topics", pack.Topics), ("required", pack.Required), ("exemptions", pack.Exemptions),
            .. (pack.Exemptions ?? []).SelectMany((exemption, place) => new (string, object?)[] { ($"exemptions[{place}]", exemption), ($"exemptions[{place}].kind", exemption?.Kind), ($"exemptions[{place}].text", exemption?.Text), ($"exemptions[{place}].text.zh", exemption?.Text?.Zh), ($"exemptions[{place}].text.en", exemption?.Text?.En) }),
            .. (pack.Required ?? []).SelectMany((required, place) => new (string, object?)[] { ($"required[{place}]", required), ($"required[{place}].key", required?.Key) }),
            .. (pack.Topics ?? []).SelectMany((topic, place) => new (string, object?)[] { ($"topics[{place}]", topic), ($"topics[{place}].topic", topic?.Topic) }),
            .. (pack.AppliesTo?.Occupations ?? []).Select((code, place) => ($"appliesTo.occupations[{place}]", (object?)code)),
            .. (pack.AppliesTo?.AgeBands ?? []).Select((band, place) => ($"appliesTo.ageBands[{place}]", (object?)band)),
        ];
        var missing = needed.Where(field => field.Value is null).Select(field => new RulePackProblem("value-missing", field.Where, "")).ToList();
        return missing.Count == 0 ? null : missing;
    }

    private static BrokenRule Invalid(string name, IReadOnlyList<string> problems, IReadOnlyList<string> problemsZh) => new(
        "rule-pack-invalid", $"The rule pack {name} can't be read: {string.Join("; ", problems)}.", "Compare it with data/rules/party-education-2019.yaml, which has every field.")
    {
        Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["file"] = name, ["problemsZh"] = string.Join("；", problemsZh) },
    };
}
