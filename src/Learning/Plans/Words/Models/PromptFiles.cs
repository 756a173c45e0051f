using System.Collections.Concurrent;
using System.Text;

namespace Learning.Plans.Words.Models;

/// <summary>The prompts of this folder's neighbour <c>Prompts/</c>, as they ship.</summary>
internal static class PromptFiles
{
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    /// <summary>The text of a prompt.</summary>
    public static string Read(string name) => Texts.GetOrAdd(name, static key =>
    {
        using var stream = typeof(PromptFiles).Assembly.GetManifestResourceStream($"prompts/{key}.md")
            ?? throw new InvalidOperationException($"There is no prompt {key}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    });
}
