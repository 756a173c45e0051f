using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Learning.Materials;

/// <summary>SHA-256 over everything that was read, so that an import of the same file changes nothing.</summary>
public static class ContentHash
{
    /// <summary>The hash of a draft, in lower-case hexadecimal. Which fields were estimated is part of it; where the file stood is not (its key is).</summary>
    public static string Of(ReadMaterial draft)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in Parts(draft))
            Append(hash, part);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Each part goes in with its length before it: ["ab","c"] and ["a","bc"] differ.
    private static void Append(IncrementalHash hash, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        hash.AppendData(BitConverter.GetBytes((long)bytes.Length));
        hash.AppendData(bytes);
    }

    private static IEnumerable<string> Parts(ReadMaterial draft) =>
    [
        draft.Key, draft.Organisation ?? "", draft.Title, draft.Summary, draft.Language,
        .. Counted(draft.Topics), .. Counted(draft.Occupations), .. Counted(draft.AgeBands), .. Counted(draft.Prerequisites),
        draft.Level.ToString(), draft.Mode.ToString(),
        draft.CreditHours.ToString("0.###", CultureInfo.InvariantCulture), draft.Minutes.ToString(CultureInfo.InvariantCulture),
        draft.ValidFrom?.ToString("O", CultureInfo.InvariantCulture) ?? "", draft.ValidUntil?.ToString("O", CultureInfo.InvariantCulture) ?? "",
        draft.Source, draft.Licence, draft.Text,
        .. draft.Questions.SelectMany(question => (string[])[question.Ask, .. Counted(question.Options), question.Answer, question.Evidence]),
        .. Counted(draft.Estimated),
    ];

    private static IEnumerable<string> Counted(IReadOnlyCollection<string> list) =>
        list.Prepend(list.Count.ToString(CultureInfo.InvariantCulture));
}
