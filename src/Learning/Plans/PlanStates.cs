using System.Text.Json;

namespace Learning.Plans;

/// <summary>Names of the states, as the API and the texts write them.</summary>
public static class PlanStates
{
    /// <summary>Such as <c>in-review</c>.</summary>
    public static string NameOf(PlanState state) => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());

    /// <summary>The state of a name; null when there is none.</summary>
    public static PlanState? Named(string name) =>
        Enum.GetValues<PlanState>().Cast<PlanState?>().FirstOrDefault(state => NameOf(state!.Value) == name);
}
