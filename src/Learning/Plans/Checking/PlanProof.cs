namespace Learning.Plans.Checking;

/// <summary>What the checker found.</summary>
/// <param name="Status">Whether every check passed.</param>
/// <param name="Checks">Each check, in a fixed order.</param>
public sealed record PlanProof(PlanProofStatus Status, IReadOnlyList<PlanCheck> Checks);

/// <summary>Whether a draft is a plan.</summary>
public enum PlanProofStatus
{
    /// <summary>Every check passed.</summary>
    Proved,

    /// <summary>At least one check failed: this is no plan.</summary>
    Refused,
}

/// <summary>One check.</summary>
/// <param name="Name">Its name, lower case and hyphens.</param>
/// <param name="Passed">Whether it holds.</param>
/// <param name="Detail">How much it looked at, or the first things it found, in English.</param>
public sealed record PlanCheck(string Name, bool Passed, string Detail);
