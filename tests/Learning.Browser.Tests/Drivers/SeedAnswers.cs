using System.Text.RegularExpressions;

namespace Learning.Browser.Tests.Drivers;

/// <summary>The right answers to the questions of the seed's lessons, read from their files.</summary>
internal static partial class SeedAnswers
{
    private static readonly ILookup<string, string> Answers = Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "data", "seed", "materials"), "*.md", SearchOption.AllDirectories)
        .SelectMany(file => Question().Matches(File.ReadAllText(file)))
        .ToLookup(match => Plain(match.Groups["ask"].Value), match => Plain(match.Groups["answer"].Value), StringComparer.Ordinal);

    /// <summary>Whether an option is the right answer.</summary>
    /// <param name="option">The option.</param>
    /// <param name="asked">The question as the page shows it, with its number.</param>
    public static bool IsRight(string option, string asked) => Answers[Plain(asked[(asked.IndexOf('.', StringComparison.Ordinal) + 1)..])].Contains(Plain(option), StringComparer.Ordinal);

    private static string Plain(string text) => text.Trim().Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"- ask:\s*(?<ask>.+)\n\s+options:.+\n\s+answer:\s*(?<answer>.+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Question();
}
