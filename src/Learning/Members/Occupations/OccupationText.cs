using System.Text;
using System.Text.RegularExpressions;

namespace Learning.Members.Occupations;

/// <summary>What people say about their work, made comparable: the praise of recruiting titles and the fillers of speech go.</summary>
internal static partial class OccupationText
{
    private const int Longest = 120;
    private const int Stem = 4;

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal) { "a", "an", "the", "of", "at", "in", "on", "for", "and", "or", "to", "my", "as", "with", "i", "am", "work", "working", "job" };

    /// <summary>The title without noise: one kind of character, no pay, no benefits, no fillers.</summary>
    public static string Clean(string said)
    {
        var text = Plain(said);
        text = Benefits().Replace(text, " ");
        text = Speech().Replace(text, "");
        text = Brackets().Replace(text, " ");
        text = Spaces().Replace(text, " ").Trim(' ', '-', '/', '+', ',', '.', ':', ';', '!', '、', '。', '|', '~', '_', '*', '"', '\'');
        return text;
    }

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

    /// <summary>Han characters, their pairs, and words of other scripts.</summary>
    public static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match run in Runs().Matches(Plain(text)))
        {
            if (!IsHan(run.Value[0]))
            {
                AddWord(words, run.Value);
                continue;
            }

            for (var at = 0; at < run.Length; at++)
            {
                words.Add(run.Value.Substring(at, 1));
                if (at + 1 < run.Length) words.Add(run.Value.Substring(at, 2));
            }
        }

        return words;
    }

    /// <summary>Whether a text holds a Han character.</summary>
    public static bool HasHan(string text) => text.Any(IsHan);

    /// <summary>A word, and its beginning, so that teaching is near teacher and drivers near driver.</summary>
    private static void AddWord(HashSet<string> words, string word)
    {
        if (Fillers.Contains(word)) return;
        words.Add(word);
        if (word.Length > Stem && !char.IsDigit(word[0])) words.Add(word[..Stem] + "-");
    }

    private static bool IsHan(char letter) => letter is >= '\u4e00' and <= '\u9fff';

    private static string Plain(string said)
    {
        var text = said.Length > Longest ? said[..Longest] : said;
        // Half a surrogate pair, at the cut or sent so, cannot be normalised.
        text = string.Concat(text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar).Select(rune => rune.ToString()));
        return text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }

    [GeneratedRegex("[\u4e00-\u9fff]+|[\\p{L}\\p{N}+#]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Runs();

    [GeneratedRegex(
        "五险一金|六险一金|五险|六险|一金|包吃住|包食宿|包吃|包住|提供食宿|双休|单休|周末休|大小周|朝九晚五|朝九晚六|长白班|高薪|急聘|急招|诚聘|诚招|急需|直招|热招|高提成|无责底薪|无责|底薪|月入过万|月薪|年薪|日结|周结|月结|"
        + "带薪年假|年终奖|全勤奖|下午茶|补贴|福利好|无需经验|无经验|经验不限|零经验|零基础|可实习|可转正|应届生|应届毕业生|应届|往届|学历不限|男女不限|可带薪培训|带薪培训|不加班|就近分配|近地铁|上市公司|国企|央企|外企|大厂|知名企业|"
        + "\\d+(?:\\.\\d+)?\\s*[kw万千元]?\\s*[-~至到]\\s*\\d+(?:\\.\\d+)?\\s*[kw万千元]?(?:/月|/年|以上|起)?|\\d+(?:\\.\\d+)?(?:k|w|万|千|元)(?:/月|/年|以上|起|\\+)?|\\d{4,}\\+?|\\d{2}岁以下|\\d{2}岁",
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
