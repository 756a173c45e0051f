using Learning.Materials.Readers;

namespace Learning.Materials;

/// <summary>
/// Reads a folder with all below it, or one file. Every file is accounted for: read, failed, or skipped with the reason.
/// Files come in the order of their names, a folder's front page (README, index) first; links are not followed.
/// </summary>
public static class MaterialFolder
{
    /// <summary>Walks lazily: a file is opened when its item is asked for.</summary>
    /// <param name="path">A folder or a file.</param>
    /// <param name="options">As for <see cref="MaterialReaders"/>; keys are paths relative to the folder, with slashes.</param>
    public static IEnumerable<FolderItem> Walk(string path, ReadOptions? options = null)
    {
        var reading = options ?? ReadOptions.Default;
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        var titles = new PartTitles();
        var isFolder = Directory.Exists(path);
        foreach (var (file, skip) in isFolder ? FolderFiles.Of(path) : [(path, null)])
        {
            var name = isFolder ? Path.GetRelativePath(path, file).Replace('\\', '/') : Path.GetFileName(file);
            yield return skip is null ? WithoutRepeated(Item(file, name, isFolder, reading, titles), keys) : new FolderItem(name, [], skip);
        }
    }

    private static FolderItem Item(string file, string name, bool isInFolder, ReadOptions options, PartTitles titles)
    {
        if (isInFolder && !MaterialReaders.Reads(name) && FolderFiles.IsNoDocument(name) is { } skip)
            return new FolderItem(name, [], skip);
        var results = Read(file, name, options);

        // What is a row of a catalogue, or is named itself, is meant.
        if (isInFolder && results is [{ Material: { } only, Line: null }])
        {
            titles.Note(name, only);
            if (PageShape.NothingToLearn(only) is { } nothing)
                return new FolderItem(name, [], nothing);
            results = [ReadResult.Of(name, null, titles.Whole(name, only, options.Limits))];
        }

        return new FolderItem(name, results, null);
    }

    private static IReadOnlyList<ReadResult> Read(string file, string name, ReadOptions options)
    {
        try
        {
            return new FileInfo(file).Length > options.Limits.FileBytes
                ? [ReadResult.Failed(name, null, Problems.TooLarge(options.Limits.FileBytes))]
                : MaterialReaders.Read(name, File.ReadAllBytes(file), options);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [ReadResult.Failed(name, null, Problems.Unreadable(unreadable is FileNotFoundException or DirectoryNotFoundException ? "There is no such file." : "The file cannot be opened."))];
        }
    }

    private static FolderItem WithoutRepeated(FolderItem item, Dictionary<string, string> keys) => item with
    {
        Results =
        [
            .. item.Results.Select(result => result.Material is not { } material || keys.TryAdd(material.Key, item.File)
                ? result
                : ReadResult.Failed(result.File, result.Line, Problems.KeyRepeated(material.Key, $"field id; first in {Problems.Shown(keys[material.Key])}"))),
        ],
    };
}

/// <summary>A file of a folder.</summary>
/// <param name="File">Its path relative to the folder, with slashes; a skipped folder ends with one.</param>
/// <param name="Results">What was read or failed; empty when it was skipped.</param>
/// <param name="Skipped">Why it was not read; null when it was.</param>
public sealed record FolderItem(string File, IReadOnlyList<ReadResult> Results, FolderSkip? Skipped);

/// <summary>Why a file was passed over: nothing is wrong with it, there is just nothing to learn from it.</summary>
/// <param name="Rule">One of <see cref="FolderSkips"/>.</param>
/// <param name="Reason">In English.</param>
public sealed record FolderSkip(string Rule, string Reason);

/// <summary>Names of the reasons to pass over a file; stable, like <see cref="MaterialRules"/>.</summary>
public static class FolderSkips
{
    /// <summary>Its name begins with a dot, or it is a program's own folder (node_modules).</summary>
    public const string Hidden = "skip-hidden";

    /// <summary>A link to somewhere else.</summary>
    public const string Link = "skip-link";

    /// <summary>Licence, change log and the like of the collection itself.</summary>
    public const string AboutTheCollection = "skip-about-the-collection";

    /// <summary>A picture, a style sheet, a program: not a document.</summary>
    public const string NoDocument = "skip-no-document";

    /// <summary>A list of links to other pages.</summary>
    public const string IndexPage = "skip-index-page";

    /// <summary>Only a title, or a title and when a law was passed; the text stands in other files.</summary>
    public const string TitlePage = "skip-title-page";

    /// <summary>Mostly markup for a site's layout.</summary>
    public const string LayoutPage = "skip-layout-page";
}
