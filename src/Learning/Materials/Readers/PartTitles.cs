using System.Text.RegularExpressions;

namespace Learning.Materials.Readers;

/// <summary>
/// Large works come in parts: civil-code/README.md names the code, civil-code/03-contracts.md begins with "第三编　合同".
/// A part whose own title says only which part it is takes the work's title before it; nobody could find "附则" otherwise.
/// </summary>
internal sealed partial class PartTitles
{
    private readonly Dictionary<string, string> works = new(StringComparer.Ordinal);

    /// <summary>Remembers the title of a folder's front page.</summary>
    public void Note(string name, ReadMaterial page)
    {
        var file = Path.GetFileNameWithoutExtension(name);
        if (file.Equals("README", StringComparison.OrdinalIgnoreCase) || file.Equals("index", StringComparison.OrdinalIgnoreCase))
            works[FolderOf(name)] = page.Title;
    }

    /// <summary>The material with its whole title.</summary>
    public ReadMaterial Whole(string name, ReadMaterial part, ReadLimits limits)
    {
        var isPart = part.Estimated.Contains(FieldNames.Title, StringComparer.Ordinal) && Part().IsMatch(part.Title);
        if (!isPart || !works.TryGetValue(FolderOf(name), out var work) || work == part.Title || work.Length + part.Title.Length >= limits.TitleCharacters)
            return part;
        var title = $"{work}　{part.Title}";
        return part.Estimated.Contains(FieldNames.Topics, StringComparer.Ordinal) || part.Topics.Count == 0
            ? part with { Title = title, Topics = TopicSuggestions.For(work, part.Text) }
            : part with { Title = title };
    }

    private static string FolderOf(string name) => Path.GetDirectoryName(name) ?? "";

    [GeneratedRegex(@"^(第[〇零一二三四五六七八九十百千\d]{1,6}[编章节部分卷篇册](\s|$)|序言|前言|总则|分则|附则|附录|附件|修正案|(part|chapter|section|appendix)\s+[\divx]+\b)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Part();
}
