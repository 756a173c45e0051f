using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.Converters;
using YamlDotNet.Serialization.NamingConventions;

namespace Learning.Seeding;

/// <summary>Everything the seed folder says about the fictional organisation; its lessons apart.</summary>
internal sealed record SeedBook(SeedOrganisation Organisation, SeedTrades Trades, SeedNames Names)
{
    /// <summary>Reads <c>organisation.yaml</c>, <c>trades.yaml</c> and <c>names.yaml</c>.</summary>
    /// <exception cref="BrokenRule">A file is missing, or is no such file; the detail names it and the line.</exception>
    public static SeedBook Read(string folder) => new(
        ReadFile<SeedOrganisation>(folder, "organisation.yaml"),
        ReadFile<SeedTrades>(folder, "trades.yaml"),
        ReadFile<SeedNames>(folder, "names.yaml"));

    private static T ReadFile<T>(string folder, string name)
        where T : class
    {
        try
        {
            return new DeserializerBuilder()
                .WithNamingConvention(CamelCaseNamingConvention.Instance)
                .WithTypeConverter(new TimeOnlyConverter(formats: "HH:mm"))
                .WithEnforceRequiredMembers()
                .Build()
                .Deserialize<T?>(File.ReadAllText(Path.Combine(folder, name))) ?? throw Invalid(name, "it is empty");
        }
        catch (YamlException problem)
        {
            throw Invalid(name, $"line {problem.Start.Line}, column {problem.Start.Column}: {problem.InnerException?.Message ?? problem.Message}");
        }
        catch (IOException problem)
        {
            throw Invalid(name, problem.Message);
        }
    }

    private static BrokenRule Invalid(string name, string what) =>
        new("seed-invalid", $"The seed file {name} can't be read: {what}.", "Point to the folder data/seed of the project, or mend the file.");
}
