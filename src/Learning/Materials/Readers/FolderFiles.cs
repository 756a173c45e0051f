namespace Learning.Materials.Readers;

/// <summary>Files below a folder in a stable order, and which of them are no documents by their names alone.</summary>
internal static class FolderFiles
{
    private const int MostDepth = 64;
    private static readonly string[] OwnFolders = ["node_modules", "bin", "obj", "__MACOSX", "__pycache__"];
    private static readonly string[] AboutNames = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "CHANGELOG", "CONTRIBUTING", "CODE_OF_CONDUCT", "SECURITY", "AUTHORS", "robots"];
    private static readonly string[] SettingNames = ["package.json", "package-lock.json", "tsconfig.json", "manifest.json"];

    // Documents of kinds that no reader knows fail with a hint; they are not passed over in silence.
    private static readonly string[] UnreadDocuments =
        [".doc", ".docm", ".dotx", ".rtf", ".odt", ".wps", ".ppt", ".pptx", ".odp", ".xls", ".xlsx", ".ods", ".epub", ".mobi", ".tex", ".rst", ".adoc", ".mhtml", ".mht"];

    private static readonly string[] FrontPages = ["readme", "index"];

    public static IEnumerable<(string Path, FolderSkip? Skip)> Of(string folder) => Below(folder, 0);

    public static FolderSkip? IsNoDocument(string name)
    {
        var extension = Path.GetExtension(name);
        return UnreadDocuments.Contains(extension, StringComparer.OrdinalIgnoreCase)
            ? null
            : new FolderSkip(FolderSkips.NoDocument, extension.Length == 0 ? "A file without extension is taken for no document." : $"{extension} files hold no text to learn from.");
    }

    private static IEnumerable<(string Path, FolderSkip? Skip)> Below(string folder, int depth)
    {
        foreach (var entry in Entries(folder))
        {
            var name = Path.GetFileName(entry);
            var isFolder = Directory.Exists(entry);
            var skip = File.GetAttributes(entry).HasFlag(FileAttributes.ReparsePoint) ? new FolderSkip(FolderSkips.Link, "Links are not followed.")
                : depth > MostDepth ? new FolderSkip(FolderSkips.Hidden, $"Folders deeper than {MostDepth} are not read.")
                : ByName(name, isFolder);
            if (isFolder && skip is null)
            {
                foreach (var below in Below(entry, depth + 1))
                    yield return below;
            }
            else
            {
                yield return (isFolder ? entry + "/" : entry, skip);
            }
        }
    }

    private static IEnumerable<string> Entries(string folder) => Directory
        .EnumerateFileSystemEntries(folder, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true })
        .OrderByDescending(entry => FrontPages.Contains(Path.GetFileNameWithoutExtension(entry), StringComparer.OrdinalIgnoreCase) && !Directory.Exists(entry))
        .ThenBy(entry => entry, StringComparer.Ordinal);

    private static FolderSkip? ByName(string name, bool isFolder)
    {
        if (name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal) || (isFolder && OwnFolders.Contains(name, StringComparer.OrdinalIgnoreCase)))
            return new FolderSkip(FolderSkips.Hidden, "Hidden files and programs' own folders are not read.");
        if (!isFolder && AboutNames.Contains(Path.GetFileNameWithoutExtension(name), StringComparer.OrdinalIgnoreCase))
            return new FolderSkip(FolderSkips.AboutTheCollection, "It is about the collection, not part of it.");
        return !isFolder && SettingNames.Contains(name, StringComparer.OrdinalIgnoreCase) ? new FolderSkip(FolderSkips.NoDocument, "It holds a program's settings.") : null;
    }
}
