namespace Learning.Evaluation.Recommending;

/// <summary>Numbers for names, in the order in which they are met.</summary>
internal sealed class Numbering
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>How many names.</summary>
    public int Count => _numbers.Count;

    /// <summary>The number of a name, a new one where it is new.</summary>
    public int Of(string name) => _numbers.TryGetValue(name, out var number) ? number : _numbers[name] = _numbers.Count;

    /// <summary>The number of a name, or null.</summary>
    public int? Find(string name) => _numbers.TryGetValue(name, out var number) ? number : null;
}
