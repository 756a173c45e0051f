namespace Learning.Materials.Readers;

/// <summary>Within one file a key may stand once; the first keeps it.</summary>
internal static class Uniqueness
{
    public static IEnumerable<ReadResult> Of(IEnumerable<ReadResult> results)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var result in results)
        {
            if (result.Material is not { } material || seen.Add(material.Key))
                yield return result;
            else
                yield return ReadResult.Failed(result.File, result.Line, Problems.KeyRepeated(material.Key, result.Line is { } line ? $"line {line}, field id" : "field id"));
        }
    }
}
