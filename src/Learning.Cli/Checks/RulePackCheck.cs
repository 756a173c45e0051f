using Learning.Cli.Calling;
using Learning.Rules;
using Microsoft.EntityFrameworkCore;

namespace Learning.Cli.Checks;

/// <summary>Whether every rule pack can be read, and whether the organisations it is for have the materials it asks for.</summary>
internal static class RulePackCheck
{
    public static async Task<IReadOnlyList<Finding>> LookAsync(Call call, CancellationToken cancellationToken)
    {
        var organisations = await call.Db.Members.Select(member => member.Organisation).Distinct().ToListAsync(cancellationToken);
        var offered = (await call.Db.Materials.Where(material => material.WithdrawnAt == null).Select(material => new { material.Organisation, material.Key }).ToListAsync(cancellationToken))
            .Select(material => (material.Organisation, material.Key)).ToHashSet();
        var findings = new List<Finding>();
        foreach (var file in RulePacks.FilesOf(DataFolder.Find("data/rules"), Path.Combine(call.Store.DataFolder, RulePacks.LocalFolder)))
        {
            try
            {
                var pack = RulePacks.Parse(await File.ReadAllTextAsync(file, cancellationToken), Path.GetFileName(file));
                findings.AddRange(
                    from organisation in organisations
                    where pack.AppliesTo.Organisations.Count == 0 || pack.AppliesTo.Organisations.Contains(organisation)
                    from required in pack.Required
                    where !offered.Contains((organisation, required.Key))
                    select Finding.Of(call.Words, "rule-material-missing", file, ("key", required.Key), ("organisation", organisation)));
            }
            catch (BrokenRule broken)
            {
                findings.Add(new Finding(broken.Rule, file, broken.Detail, broken.Hint));
            }
        }

        return findings;
    }
}
