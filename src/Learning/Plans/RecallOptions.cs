namespace Learning.Plans;

/// <summary>Whether plans bring back what was learned.</summary>
public sealed class RecallOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Learning:Recalls";

    /// <summary>Whether they do. A coordinator rules a single one out like any other lesson.</summary>
    public bool On { get; set; } = true;
}
