using System.Text.RegularExpressions;
using Learning.Materials;

namespace Learning.Plans.Words.Models;

/// <summary>
/// Judges what a model wrote before anybody reads it: every id and title is the plan's, every number is a fact of the lessons the sentence cites,
/// every sentence about a lesson cites it, the language is right, and nothing in it leads elsewhere. The first fault is the reason why the template speaks.
/// </summary>
internal static partial class WordsCheck
{
    private const int MostSentences = 20;
    private const int LongestSentence = 300;
    private const int LongestFree = 80;
    private const int MostFree = 3;
    private const int HanEcho = 10;
    private const int LetterEcho = 30;

    /// <summary>The name of the first fault; null when there is none.</summary>
    public static string? FaultOf(IReadOnlyList<ToldSentence> sentences, PlanFacts facts, Guid? about)
    {
        if (sentences.Count == 0 || sentences.Any(sentence => string.IsNullOrWhiteSpace(sentence.Text)))
        {
            return "empty";
        }

        if (sentences.Count > MostSentences || sentences.Any(sentence => sentence.Text.Length > LongestSentence))
        {
            return "too-long";
        }

        var items = facts.Items.ToDictionary(item => item.Material);
        if (sentences.Any(sentence => sentence.Materials.Any(id => !items.ContainsKey(id))))
        {
            return "unknown-material";
        }

        if (about is { } material && !sentences.Any(sentence => sentence.Materials.Contains(material)))
        {
            return "uncited-material";
        }

        return sentences.Select(sentence => FaultOf(sentence, facts, [.. sentence.Materials.Distinct().Select(id => items[id])])).FirstOrDefault(fault => fault is not null)
            ?? (sentences.Count(sentence => IsFree(sentence)) > MostFree ? "not-grounded" : null);
    }

    private static string? FaultOf(ToldSentence sentence, PlanFacts facts, List<ItemFact> cited)
    {
        if (Markup().IsMatch(sentence.Text) || sentence.Text.Any(char.IsControl))
        {
            return "markup";
        }

        if (facts.Items.Any(item => item.Title.Length > 1 && sentence.Text.Contains(item.Title, StringComparison.OrdinalIgnoreCase) && !cited.Exists(one => one.Title == item.Title)))
        {
            return "uncited-material";
        }

        // Titles and names of rules may hold any number and any word: they are taken out before the rest is judged.
        var told = cited.SelectMany(item => item.Reasons).Concat(facts.Unmet).Concat(facts.Causes).SelectMany(text => Quoted().Matches(text)).Select(quote => quote.Groups["what"].Value);
        var names = cited.Select(item => item.Title).Concat(facts.Hours.Select(line => line.Rule)).Concat(told).Where(name => name.Length > 1).OrderByDescending(name => name.Length);
        var own = names.Aggregate(sentence.Text, (text, name) => text.Replace(name, "…", StringComparison.OrdinalIgnoreCase));
        if (Quoted().Matches(own).Any(quote => quote.Groups["what"].Value.Trim('…', ' ').Length > 0))
        {
            return "unknown-title";
        }

        var allowed = new AllowedNumbers(facts, cited);
        if (SpokenNumbers.Of(own).Any(said => !allowed.Holds(said)))
        {
            return "wrong-number";
        }

        if (LanguageOf.Text(own, facts.Language) != facts.Language)
        {
            return "wrong-language";
        }

        return LeadsElsewhere().IsMatch(own) ? "leads-elsewhere"
            : facts.Items.Any(item => Echoes(own, item)) ? "echoes-material"
            : IsFree(sentence) && own.Length > LongestFree ? "not-grounded" : null;
    }

    /// <summary>A sentence that cites nothing and names no number says nothing that could be checked; a few short ones are courtesy.</summary>
    private static bool IsFree(ToldSentence sentence) => sentence.Materials.Count == 0 && SpokenNumbers.Of(sentence.Text).Count == 0;

    /// <summary>Whether a sentence repeats a stretch of a material's own text: what an instruction hidden in a material would bring about.</summary>
    private static bool Echoes(string own, ItemFact item)
    {
        var untrusted = Letters(item.Title + "\n" + item.Summary);
        var said = Letters(own);
        var length = said.Any(sign => sign > 0x2E80) ? HanEcho : LetterEcho;
        for (var at = 0; at + length <= said.Length; at++)
        {
            if (untrusted.Contains(said.Substring(at, length), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string Letters(string text) => new([.. text.Where(char.IsLetterOrDigit)]);

    [GeneratedRegex(@"https?:|www\.|\w\.(com|cn|net|org|top|xyz)\b|[<>`@{}\\]|\]\(|[0-9a-f]{8}-[0-9a-f]{4}|\d{7,}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Markup();

    [GeneratedRegex("《(?<what>[^》]*)》|“(?<what>[^”]*)”|「(?<what>[^」]*)」|\"(?<what>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        "密码|验证码|转账|汇款|付款|充值|银行卡|扫码|二维码|点击|链接|加微信|微信号|QQ号?|中奖|红包|取消|作废|不用学|不必学|忽略(以上|之前|前面)|系统提示|指令|"
        + "password|verification code|transfer|pay(ment)?\\b|bank card|QR code|click|\\blink\\b|telegram|whatsapp|cancel|no need to|ignore (all|any|the|previous)|system prompt|instructions?",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LeadsElsewhere();
}
