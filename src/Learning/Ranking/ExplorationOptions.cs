using System.ComponentModel.DataAnnotations;

namespace Learning.Ranking;

/// <summary>How much of a list is given to chance, so that what nobody knows yet can be learned about.</summary>
public sealed class ExplorationOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Learning:Exploration";

    /// <summary>Chance that one of the last lines of a list is given away. 0: none ever is.</summary>
    [Range(0, 0.5)]
    public double Share { get; set; } = 0.1;

    /// <summary>How large a part of a list, counted from its end, may be given away.</summary>
    [Range(0, 0.5)]
    public double Tail { get; set; } = 0.4;

    /// <summary>Among how many materials chance chooses.</summary>
    [Range(1, 100)]
    public int Among { get; set; } = 20;

    /// <summary>Days for which a material counts as new. New ones come first among those that chance chooses from.</summary>
    [Range(0, 365)]
    public int NewForDays { get; set; } = 30;
}
