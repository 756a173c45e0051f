using Learning.Materials;
using Learning.Server.Ranking;

namespace Learning.Server.Pages.Member;

/// <summary>A lesson that is put before a member, with the reason why.</summary>
/// <param name="Material">The material.</param>
/// <param name="Reasons">Why, strongest first.</param>
/// <param name="Planned">Day for which it is planned; null when it is only recommended.</param>
/// <param name="Start">Time for which it is planned.</param>
/// <param name="IsLate">Whether that day is over.</param>
/// <param name="Impression">The list in which it was shown; null when the plan names it.</param>
internal sealed record Suggestion(
    CatalogueEntry Material, IReadOnlyList<ReasonView> Reasons, DateOnly? Planned = null, TimeOnly? Start = null, bool IsLate = false, Guid? Impression = null)
{
    /// <summary>Where it is studied.</summary>
    public string Address => Impression is { } impression ? $"/learn/{Material.Id}?from={impression}" : $"/learn/{Material.Id}";

    /// <summary>Whether it fits into some minutes.</summary>
    public bool Fits(int? minutes) => minutes is null || Material.Minutes <= minutes;
}
