using Learning.Members;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Learning.Rules;

/// <summary>The rule packs in force, read from a folder of YAML files.</summary>
/// <param name="all">Every pack.</param>
public sealed class RulePacks(IReadOnlyList<RulePack> all)
{
    /// <summary>Every pack, by id.</summary>
    public IReadOnlyList<RulePack> All { get; } = [.. all.OrderBy(pack => pack.Id, StringComparer.Ordinal)];

    /// <summary>The pack with this id; null when there is none.</summary>
    public RulePack? Find(string id) => All.FirstOrDefault(pack => pack.Id == id);

    /// <summary>The packs that ask something of a member on a day.</summary>
    public IEnumerable<RulePack> For(Member member, DateOnly day) => All.Where(pack => pack.AppliesOn(day, member));

    /// <summary>Reads every <c>*.yaml</c> of a folder.</summary>
    /// <exception cref="BrokenRule">A file is no rule pack; the detail names the file and the line.</exception>
    public static RulePacks Read(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : [];
        return new RulePacks([.. files.Order(StringComparer.Ordinal).Select(ReadFile)]);
    }

    /// <summary>Reads one pack.</summary>
    /// <exception cref="BrokenRule">The text is no rule pack.</exception>
    public static RulePack Parse(string yaml, string name)
    {
        try
        {
            var pack = new DeserializerBuilder()
                .WithNamingConvention(CamelCaseNamingConvention.Instance)
                .WithTypeConverter(new DateOnlyConverter())
                .WithEnforceRequiredMembers()
                .Build()
                .Deserialize<RulePack?>(yaml) ?? throw Invalid(name, "it is empty");
            return Checked(pack, name);
        }
        catch (YamlException problem)
        {
            throw Invalid(name, $"line {problem.Start.Line}, column {problem.Start.Column}: {problem.InnerException?.Message ?? problem.Message}");
        }
    }

    private static RulePack ReadFile(string file) => Parse(File.ReadAllText(file), Path.GetFileName(file));

    private static RulePack Checked(RulePack pack, string name)
    {
        if (pack.Until < pack.From)
        {
            throw Invalid(name, "until lies before from");
        }

        if (pack.Hours is { } hours && (hours.Target is <= 0 or > 2000 || !RulePeriod.Names.Contains(hours.Period)))
        {
            throw Invalid(name, "hours.target is 0.1 to 2000 and hours.period is year, half-year or quarter");
        }

        return pack;
    }

    private static BrokenRule Invalid(string name, string what) =>
        new("rule-pack-invalid", $"The rule pack {name} can't be read: {what}.", "Compare it with data/rules/party-education-2019.yaml, which has every field.");
}
