using System.Globalization;

namespace Learning.Materials.Readers;

/// <summary>The sentences of what goes wrong: what, where and how to mend it.</summary>
internal static class Problems
{
    private const int ShownCharacters = 60;

    public static Problem Empty() =>
        new(MaterialRules.FileEmpty, "The file holds nothing.", "", "Check that it was saved and sent whole.");

    public static Problem TooLarge(int limit) =>
        new(MaterialRules.FileTooLarge, $"The file is larger than {limit / 1024 / 1024} MB.", "", "Split it, or take the pictures out.");

    public static Problem NotSupported(string extension, string kind) =>
        new(MaterialRules.FileNotSupported, $"Files named {Shown(extension.Length == 0 ? "(no extension)" : extension)} are not read; the content is {kind}.", "",
            "Save it as Markdown, HTML, PDF, DOCX, plain text, CSV, JSON or NDJSON.");

    public static Problem NotWhatItSays(string extension, string kind, string hint) =>
        new(MaterialRules.FileNotWhatItSays, $"The file is named {Shown(extension)} but holds {kind}.", "", hint);

    public static Problem Broken(string detail, string where, string hint = "Open it in the program that made it and save it again.") =>
        new(MaterialRules.FileBroken, "The file is damaged or not well-formed. " + detail, where, hint);

    public static Problem Encrypted() =>
        new(MaterialRules.FileEncrypted, "The file is locked with a password.", "", "Save a copy without a password.");

    public static Problem Unpacks(string detail, string where = "") =>
        new(MaterialRules.FileUnpacksTooLarge, detail, where, "Save the text alone as a plain document and send that.");

    public static Problem Unreadable(string detail) =>
        new(MaterialRules.FileUnreadable, detail, "", "Check that the file is there and that you may read it.");

    public static Problem Encoding(string detail, string where) =>
        new(MaterialRules.TextEncoding, detail, where, "Save the file as UTF-8.");

    public static Problem NoText(string detail, string where, string hint) => new(MaterialRules.TextMissing, detail, where, hint);

    public static Problem TextTooLong(int limit, string where) =>
        new(MaterialRules.TextTooLong, string.Create(CultureInfo.InvariantCulture, $"The text has more than {limit:N0} characters."), where, "Split it into several materials.");

    public static Problem TitleMissing(string where) =>
        new(MaterialRules.TitleMissing, "There is no title.", where, "Give it a field named title (标题).");

    public static Problem TitleTooLong(int length, int limit, string where) =>
        new(MaterialRules.TitleTooLong, $"The title has {length} characters; {limit} are allowed.", where, "Shorten the title and put the rest into the summary.");

    public static Problem FrontMatter(string detail, string where) =>
        new(MaterialRules.FrontMatterBroken, "The front matter cannot be read. " + detail, where,
            "Between the two lines of --- write one \"name: value\" a line; put values with a colon or a bracket in quotes.");

    public static Problem Row(string detail, string where, string hint) => new(MaterialRules.RowBroken, detail, where, hint);

    public static Problem Field(string detail, string where, string hint) => new(MaterialRules.FieldInvalid, detail, where, hint);

    public static Problem Question(string detail, string where, string hint) => new(MaterialRules.QuestionInvalid, detail, where, hint);

    public static Problem QuestionsTooMany(int count, int limit, string where) =>
        new(MaterialRules.QuestionsTooMany, $"There are {count} questions; {limit} are allowed.", where, "Keep the best, or split the material.");

    public static Problem KeyRepeated(string key, string where) =>
        new(MaterialRules.KeyRepeated, $"The key {Shown(key)} stands here for the second time.", where, "Give each item its own id.");

    /// <summary>A value from outside as it may stand in a sentence: short, on one line, without control characters.</summary>
    public static string Shown(string value)
    {
        var line = new string([.. value.Take(ShownCharacters + 1).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)]);
        return line.Length > ShownCharacters ? $"\"{line[..ShownCharacters]}…\"" : $"\"{line}\"";
    }
}
