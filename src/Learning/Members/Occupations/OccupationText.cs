using System.Text;
using System.Text.RegularExpressions;

namespace Learning.Members.Occupations;

/// <summary>What people say about their work, made comparable: the praise of recruiting titles and the fillers of speech go.</summary>
internal static partial class OccupationText
{
    private const int Longest = 120;

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal) { "a", "an", "the", "of", "at", "in", "on", "for", "and", "or", "to", "my", "as", "with", "i", "am", "work", "working", "job" };

    /// <summary>The title without noise: one kind of character, no pay, no benefits, no fillers of speech.</summary>
    public static string Clean(string said) => Trimmed(WithoutBrackets(WithoutNoise(said)));

    /// <summary>Without pay, benefits and fillers of speech; brackets and separators stay.</summary>
    public static string WithoutNoise(string said) => Speech().Replace(Benefits().Replace(Plain(said), " "), "");

    /// <summary>With spaces for brackets.</summary>
    public static string WithoutBrackets(string text) => Brackets().Replace(text, " ");

    /// <summary>Without what stands around words.</summary>
    public static string Trimmed(string text) =>
        Spaces().Replace(text, " ").Trim(' ', '-', '/', '+', ',', '.', ':', ';', '!', '、', '。', '|', '~', '_', '*', '"', '\'');

    /// <summary>The title without a rank that does not change the work: a senior programmer is a programmer.</summary>
    public static string WithoutRank(string clean) => Ranks().Replace(clean, "").Trim();

    /// <summary>Letters and digits only: titles with the same key are the same title.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var letter in Plain(text))
        {
            if (char.IsLetterOrDigit(letter) || letter is '+' or '#') key.Append(letter);
        }

        return key.ToString();
    }

    /// <summary>Whether a text holds a Han character.</summary>
    public static bool HasHan(string text) => text.Any(IsHan);

    /// <summary>Whether a word of English says nothing about the work.</summary>
    public static bool IsFiller(string word) => Fillers.Contains(word);

    /// <summary>Whether a character is Chinese.</summary>
    public static bool IsHan(char letter) => letter is >= '\u4e00' and <= '\u9fff';

    /// <summary>One kind of character, small letters, no half pairs; cut where it is too long.</summary>
    public static string Plain(string said)
    {
        var text = said.Length > Longest ? said[..Longest] : said;
        // Half a surrogate pair, at the cut or sent so, cannot be normalised.
        text = string.Concat(text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar).Select(rune => rune.ToString()));
        return text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }

    [GeneratedRegex(
        "五险一金|六险一金|五险|六险|一金|包吃住|包食宿|包吃|包住|提供食宿|双休|单休|周末休|大小周|朝九晚五|朝九晚六|长白班|高薪|急聘|急招|诚聘|诚招|急需|直招|热招|高提成|无责底薪|无责|底薪|月入过万|月薪|年薪|日结|周结|月结|"
        + "带薪年假|年终奖|全勤奖|下午茶|补贴|福利好|无需经验|无经验|经验不限|零经验|零基础|可实习|可转正|应届生|应届毕业生|应届|往届|学历不限|男女不限|可带薪培训|带薪培训|不加班|就近分配|近地铁|上市公司|国企|央企|外企|大厂|知名企业|"
        + "\\d+(?:\\.\\d+)?\\s*[kw万千元]?\\s*[-~至到]\\s*\\d+(?:\\.\\d+)?\\s*[kw万千元]?(?:/月|/年|以上|起)?|\\d+(?:\\.\\d+)?(?:k|w|万|千|元)(?:/月|/年|以上|起|\\+)?|\\d{4,}(?:起|以上|\\+)?(?![\u4e00-\u9fff])|\\d{2}(?:周?岁)(?:以下|以内)?|"
        + "[六七]险[一二两]金|[二两]金|周末双休|法定节假日|早九晚[五六]|[八8]小时制?|不倒班|[两三]班倒|倒班|做[五六]休[一二]|上[五六]休[一二]|月休\\d*天?|月休[四六八]天|包教包会|包就业|包学会|接受小白|小白可?|新手|有经验者?|持证上岗|接受应届|可兼职|可学徒|居家办公|可居家|在家办公|远程办公|福利[多佳]?|晋升[快空间]*|发展空间|保底|[男女]士优先|优先录用|优先|面议|诚邀|招聘中|招募中|火热招聘|大量招|长期招聘|招聘[:：]|长期有效|可预支|可住宿|管吃住?|管住|车补|房补|餐补|高薪资|高收入|高待遇|待遇优",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Benefits();

    [GeneratedRegex("^我(?:现在|目前)?(?:是一名|是一个|是个|是位|是|在做)?(?=..)|^(?:i am an?|i'm an?|i am|i'm|i work as an?|working as an?|work as an?)\\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Speech();

    [GeneratedRegex("[()（）\\[\\]【】{}《》<>“”]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex("\\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("高级|资深|中级|初级|实习生|实习|兼职|全职|储备|\\b(?:senior|junior|part-time|full-time|freelance|experienced|trainee)\\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ranks();
}
