using Learning.Members;

namespace Learning.Rules;

/// <summary>The rule packs in force, read from folders of YAML files.</summary>
/// <param name="all">Every pack.</param>
public sealed class RulePacks(IReadOnlyList<RulePack> all)
{
    /// <summary>Name of the folder below the data folder in which an organisation keeps its own packs.</summary>
    public const string LocalFolder = "rules";

    /// <summary>Every pack, by id.</summary>
    public IReadOnlyList<RulePack> All { get; } = [.. all.OrderBy(pack => pack.Id, StringComparer.Ordinal)];

    /// <summary>The pack with this id; null when there is none.</summary>
    public RulePack? Find(string id) => All.FirstOrDefault(pack => pack.Id == id);

    /// <summary>Title of the pack with this id, in the language asked for. A pack that is gone has only its id: what was planned for it still says so.</summary>
    public string TitleOf(string id, string language) => Find(id)?.Title.In(language) ?? id;

    /// <summary>The packs that ask something of a member on a day.</summary>
    public IEnumerable<RulePack> For(Member member, DateOnly day) => All.Where(pack => pack.AppliesOn(day, member));

    /// <summary>The same packs with one more, which takes the place of the one of its id.</summary>
    public RulePacks With(RulePack pack) => new([.. All.Where(other => other.Id != pack.Id), pack]);

    /// <summary>The YAML files of folders; a folder that does not exist has none.</summary>
    public static IReadOnlyList<string> FilesOf(params IEnumerable<string> folders) =>
        [.. folders.Where(Directory.Exists).SelectMany(folder => Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal))];

    /// <summary>Reads every <c>*.yaml</c> of the folders: those that ship, and those that an organisation adds.</summary>
    /// <exception cref="BrokenRule">A file is no rule pack, or two have the same id; the detail names the file and the place.</exception>
    public static RulePacks Read(params IEnumerable<string> folders)
    {
        var files = FilesOf(folders);
        var packs = files.Select(file => (File: file, Pack: ReadFile(file))).ToList();
        var twice = packs.GroupBy(pair => pair.Pack.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1);
        return twice is null
            ? new RulePacks([.. packs.Select(pair => pair.Pack)])
            : throw new BrokenRule("rule-pack-twice", $"Two files hold a rule pack called '{twice.Key}': {string.Join(" and ", twice.Select(pair => pair.File))}.", "Give your own pack another id; a pack that ships is ended by its until, not replaced.")
            {
                Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = twice.Key },
            };
    }

    /// <summary>Reads one pack.</summary>
    /// <exception cref="BrokenRule">The text is no rule pack.</exception>
    public static RulePack Parse(string yaml, string name) => RulePackFile.Parse(yaml, name);

    /// <summary>Reads the pack in a file.</summary>
    /// <exception cref="BrokenRule">There is no such file, or it is no rule pack.</exception>
    public static RulePack ReadFile(string file)
    {
        try
        {
            return Parse(File.ReadAllText(file), Path.GetFileName(file));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BrokenRule("rule-pack-unreadable", $"The rule pack {file} can't be opened: {problem.Message}", "Name a YAML file that this program may read.", BrokenRuleKind.NotFound);
        }
    }
}
