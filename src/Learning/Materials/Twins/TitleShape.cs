using System.Text;
using System.Text.RegularExpressions;

namespace Learning.Materials.Twins;

/// <summary>A title as it is compared: without what platforms put around it, and with the marks that tell parts and levels of a course apart.</summary>
internal sealed partial class TitleShape : IEquatable<TitleShape>
{
    private const int Timeout = 1000;
    private const int ShortestPart = 4;
    private readonly string bare;
    private readonly HashSet<ulong> shingles;
    private readonly List<HashSet<ulong>> parts;
    private readonly string ordinals;
    private readonly string years;

    public TitleShape(string title)
    {
        var plain = title.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        years = string.Join(' ', Year().Matches(plain).Select(match => match.Value).Order(StringComparer.Ordinal));
        ordinals = string.Join(' ', Ordinal().Matches(Year().Replace(plain, " ")).Select(match => match.Value).Order(StringComparer.Ordinal));
        IsLaw = TopicSuggestions.IsLaw(title);
        var name = Noise().Replace(plain, " ");
        bare = string.Concat(name.Where(char.IsLetterOrDigit));
        shingles = Pairs(bare);
        parts = [.. Between().Split(name).Where(part => part.Length >= ShortestPart && part.Length < name.Length).Select(Pairs)];
    }

    public bool IsLaw { get; }

    /// <summary>The pairs of characters by which an index finds similar titles.</summary>
    public IReadOnlyCollection<ulong> Keys => shingles;

    public bool Equals(TitleShape? other) => other is not null && bare.Length > 0 && bare == other.bare;

    public override bool Equals(object? obj) => Equals(obj as TitleShape);

    public override int GetHashCode() => bare.GetHashCode(StringComparison.Ordinal);

    /// <summary>0–1; a title is also like another with a platform's name behind it ("… - 学习网").</summary>
    public double Similarity(TitleShape other) =>
        Equals(other) ? 1 : new[] { Shingles.Dice(shingles, other.shingles) }
            .Concat(parts.Select(part => Shingles.Dice(part, other.shingles)))
            .Concat(other.parts.Select(part => Shingles.Dice(part, shingles))).Max();

    /// <summary>Whether the titles name different parts, levels or years of a course.</summary>
    public bool Contradicts(TitleShape other) =>
        ordinals != other.ordinals || (years.Length > 0 && other.years.Length > 0 && years != other.years);

    // Titles are short: pairs of letters in both languages, so that a plural or a typing error does not make another title.
    private static HashSet<ulong> Pairs(string name)
    {
        var letters = string.Concat(name.Where(char.IsLetterOrDigit));
        return [.. Enumerable.Range(0, Math.Max(0, letters.Length - 1)).Select(i => ((ulong)letters[i] << 16) | letters[i + 1])];
    }

    [GeneratedRegex(@"(?<!\d)(19|20)\d\d(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Year();

    [GeneratedRegex(@"\d+|第[一二三四五六七八九十百]+|[(\[【][上中下一二三四五六七八九十][)\]】]|[上中下]([篇集册部]|$)|[一二三四五六七八九十]$|入门|初级|基础|进阶|中级|高级|提高|beginner|introduct\w*|intermediate|advanced|\b(i|ii|iii|iv|v)\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"【[^】]*】|\[[^\]]*\]|\([^()]*\)|^中华人民共和国|(在线|网络|精品|公开|视频|免费)?课程?$|\b(online )?(course|lesson|mooc|video|free)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Noise();

    [GeneratedRegex(@"\s[-–—_|]\s|[|_]|——", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Between();
}
