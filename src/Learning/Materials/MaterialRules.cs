namespace Learning.Materials;

/// <summary>Names of the rules that reading can break. They are stable: texts in other languages, logs and people's scripts go by them.</summary>
public static class MaterialRules
{
    /// <summary>The file holds nothing.</summary>
    public const string FileEmpty = "file-empty";

    /// <summary>The file is larger than may be read.</summary>
    public const string FileTooLarge = "file-too-large";

    /// <summary>No reader knows this kind of file.</summary>
    public const string FileNotSupported = "file-not-supported";

    /// <summary>The content is of another kind than the name says (a picture named .md).</summary>
    public const string FileNotWhatItSays = "file-not-what-it-says";

    /// <summary>The file is damaged or not well-formed: truncated, or the syntax of its format is broken.</summary>
    public const string FileBroken = "file-broken";

    /// <summary>The file is locked with a password.</summary>
    public const string FileEncrypted = "file-encrypted";

    /// <summary>The file unpacks, expands or nests beyond the limits; made so on purpose or not, it is not opened.</summary>
    public const string FileUnpacksTooLarge = "file-unpacks-too-large";

    /// <summary>The file could not be opened on disk.</summary>
    public const string FileUnreadable = "file-unreadable";

    /// <summary>The bytes are not text in UTF-8, UTF-16 or GB18030, or a NUL character stands among them.</summary>
    public const string TextEncoding = "text-encoding";

    /// <summary>There is no text to learn from (a scan without a text layer, an empty body).</summary>
    public const string TextMissing = "text-missing";

    /// <summary>The text has more characters than may be read.</summary>
    public const string TextTooLong = "text-too-long";

    /// <summary>A row or object of a catalogue has no title.</summary>
    public const string TitleMissing = "title-missing";

    /// <summary>The title has too many characters.</summary>
    public const string TitleTooLong = "title-too-long";

    /// <summary>The YAML front matter cannot be read.</summary>
    public const string FrontMatterBroken = "front-matter-broken";

    /// <summary>A row of a catalogue cannot be read as a row.</summary>
    public const string RowBroken = "row-broken";

    /// <summary>A field has a value that makes no sense there.</summary>
    public const string FieldInvalid = "field-invalid";

    /// <summary>A question is incomplete or contradicts itself or its text.</summary>
    public const string QuestionInvalid = "question-invalid";

    /// <summary>There are more questions than may be read.</summary>
    public const string QuestionsTooMany = "questions-too-many";

    /// <summary>Two items of one file have the same key.</summary>
    public const string KeyRepeated = "key-repeated";
}
