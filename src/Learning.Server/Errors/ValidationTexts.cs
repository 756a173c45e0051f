using System.Text.RegularExpressions;

namespace Learning.Server.Errors;

/// <summary>Says the framework's few validation sentences in Chinese. A sentence it does not know stays as it is; a test holds that it knows those in use.</summary>
internal static partial class ValidationTexts
{
    private static readonly (Regex English, string Chinese)[] Sentences =
    [
        (Required(), "必须填写 ${name}。"),
        (Between(), "${name} 须在 ${least} 到 ${most} 之间。"),
        (LengthBetween(), "${name} 的长度须在 ${least} 到 ${most} 个字符之间。"),
        (LengthAtMost(), "${name} 最多 ${most} 个字符。"),
        (AtMost(), "${name} 最多 ${most} 项或字符。"),
        (Allowed(), "${name} 不是允许的值之一。"),
        (AtLeast(), "${name} 至少 ${least} 项或字符。"),
    ];

    public static string In(string language, string english)
    {
        if (language != "zh")
        {
            return english;
        }

        var known = Sentences.FirstOrDefault(sentence => sentence.English.IsMatch(english));
        return known.English?.Replace(english, known.Chinese) ?? english;
    }

    [GeneratedRegex(@"^The (?<name>.+) field is required\.$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Required();

    [GeneratedRegex(@"^The field (?<name>.+) must be between (?<least>.+) and (?<most>.+)\.$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"^The field (?<name>.+) must be a string with a minimum length of (?<least>\d+) and a maximum length of (?<most>\d+)\.$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LengthBetween();

    [GeneratedRegex(@"^The field (?<name>.+) must be a string with a maximum length of (?<most>\d+)\.$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LengthAtMost();

    [GeneratedRegex(@"^The field (?<name>.+) must be a string or array type with a maximum length of '(?<most>\d+)'\.$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AtMost();

    [GeneratedRegex(@"^The (?<name>.+) field does not equal any of the values specified in AllowedValuesAttribute\.$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Allowed();

    [GeneratedRegex(@"^The field (?<name>.+) must be a string or array type with a minimum length of '(?<least>\d+)'\.$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AtLeast();
}
