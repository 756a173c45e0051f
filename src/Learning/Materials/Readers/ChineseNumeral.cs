namespace Learning.Materials.Readers;

/// <summary>1 → 一, 12 → 十二, 105 → 一百零五, as laws number their articles.</summary>
internal static class ChineseNumeral
{
    private const string Digits = "零一二三四五六七八九";
    private static readonly string[] Units = ["", "十", "百", "千"];

    public static string Of(int number)
    {
        if (number is <= 0 or >= 10_000)
            return number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var text = "";
        var isGap = false;
        for (var (rest, unit) = (number, 0); rest > 0; rest /= 10, unit++)
        {
            var digit = rest % 10;
            if (digit > 0)
                text = Digits[digit] + Units[unit] + (isGap && text.Length > 0 ? "零" : "") + text;
            isGap = digit == 0;
        }

        return number is >= 10 and < 20 ? text[1..] : text;
    }
}
