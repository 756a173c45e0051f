using System.Text.RegularExpressions;

namespace Learning.Quality.Tests.Drivers;

/// <summary>The texts of laws, a folder of Markdown files; articles are found by the number that begins their first line.</summary>
internal sealed partial class LawTexts
{
    /// <summary>第…条, also 第…条之一.</summary>
    public const string ArticlePattern = "第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十]+)?";

    private readonly Dictionary<string, Dictionary<string, string>> _laws = new(StringComparer.Ordinal);

    private LawTexts(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>The folder that LEARNING_LAWS names, or the one beside the repository; null where there is none.</summary>
    public static LawTexts? Find()
    {
        var folder = Environment.GetEnvironmentVariable("LEARNING_LAWS") is { Length: > 0 } asked ? asked : Repository.Folder("../shared/data/just-laws");
        var docs = Path.Combine(folder, "docs");
        return Directory.Exists(docs) ? new LawTexts(docs) : Directory.Exists(folder) ? new LawTexts(folder) : null;
    }

    /// <summary>A text without spaces and emphasis.</summary>
    public static string Plain(string text) => Unprinted().Replace(text, "");

    /// <summary>The plain text of an article; null where the law or the article is not there.</summary>
    public string? Article(string law, string article)
    {
        if (!_laws.TryGetValue(law, out var articles))
        {
            _laws[law] = articles = ReadLaw(law);
        }

        return articles.GetValueOrDefault(article);
    }

    private Dictionary<string, string> ReadLaw(string law)
    {
        var path = Path.Combine(Folder, law);
        var files = Directory.Exists(path) ? Directory.GetFiles(path, "*.md", SearchOption.AllDirectories)
            : File.Exists(path + ".md") ? [path + ".md"] : [];
        var articles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var current = "";
            foreach (var line in File.ReadLines(file))
            {
                current = FirstLine().Match(line) is { Success: true } match ? match.Groups["article"].Value : current;
                articles[current] = articles.GetValueOrDefault(current) + Plain(line);
            }
        }

        return articles;
    }

    [GeneratedRegex(@"\A\**\s*(?<article>" + ArticlePattern + ")", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstLine();

    [GeneratedRegex(@"[\s*]", RegexOptions.None, 1000)]
    private static partial Regex Unprinted();
}
