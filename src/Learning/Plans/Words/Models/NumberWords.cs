using System.Globalization;

namespace Learning.Plans.Words.Models;

/// <summary>Numbers in digits, in Chinese and in English words.</summary>
internal static class NumberWords
{
    /// <summary>A number in any of the three ways, as a part of a regular expression.</summary>
    public const string Pattern = @"(?:\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百]+|(?:twenty|thirty|forty|fifty|sixty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|one|two|three|four|five|six|seven|eight|nine|ten)";

    private const string Digits = "零一二三四五六七八九";

    private static readonly string[] English =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly Dictionary<string, int> Tens = new(StringComparer.Ordinal)
    {
        ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["ninety"] = 90,
    };

    /// <summary>The number; null when it is none.</summary>
    public static decimal? Of(string written)
    {
        if (decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        return char.IsAsciiLetter(written.FirstOrDefault()) ? OfEnglish(written.ToLowerInvariant()) : OfChinese(written);
    }

    private static decimal? OfEnglish(string written)
    {
        var parts = written.Split('-', ' ');
        var unit = Array.IndexOf(English, parts[^1]);
        return Tens.TryGetValue(parts[0], out var tens)
            ? parts.Length == 1 ? tens : unit > 0 ? tens + unit : null
            : unit >= 0 ? unit : null;
    }

    private static decimal? OfChinese(string written)
    {
        var text = written.Replace('两', '二').Replace('〇', '零');
        int sum = 0, digit = -1;
        foreach (var sign in text)
        {
            switch (sign)
            {
                case '百':
                    sum += (digit < 0 ? 1 : digit) * 100;
                    digit = -1;
                    break;
                case '十':
                    sum += (digit < 0 ? 1 : digit) * 10;
                    digit = -1;
                    break;
                default:
                    var value = Digits.IndexOf(sign, StringComparison.Ordinal);
                    if (value < 0)
                    {
                        return null;
                    }

                    digit = digit > 0 ? (digit * 10) + value : value;
                    break;
            }
        }

        return text.Length == 0 ? null : sum + Math.Max(0, digit);
    }
}
