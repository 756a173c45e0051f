using Learning.Reviews;

namespace Learning.Server.Reviews;

/// <summary>A policy.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Name">What it is called.</param>
/// <param name="On">Whether it may be used.</param>
/// <param name="Optimal">Whether a plan must be proven the best there is.</param>
/// <param name="MaxGap">How far from the best a plan may be at most, as far as that is proven; null: being proven right is enough.</param>
/// <param name="Exempt">Whether plans of exempt members pass.</param>
/// <param name="ColdMembers">Whether plans of members of whom little is known pass.</param>
/// <param name="MostChange">Most share of a plan that may differ from the one before.</param>
/// <param name="MostDoubt">Most doubt.</param>
/// <param name="AuditShare">Share of what passed that a person looks at.</param>
/// <param name="Seed">Seed of that sample.</param>
/// <param name="Version">Its version, also the entity tag.</param>
/// <param name="ChangedBy">Who wrote it.</param>
/// <param name="ChangedAt">When.</param>
public sealed record ReviewPolicyView(
    string Key, string Name, bool On, bool Optimal, double? MaxGap, bool Exempt, bool ColdMembers, double MostChange, double MostDoubt, double AuditShare, int Seed, int Version, string ChangedBy, DateTimeOffset ChangedAt)
{
    internal static ReviewPolicyView Of(ReviewPolicy policy) => new(
        policy.Key, policy.Name, policy.On, policy.Optimal, policy.MaxGap, policy.Exempt, policy.ColdMembers, policy.MostChange, policy.MostDoubt, policy.AuditShare, policy.Seed, policy.Version, policy.ChangedBy, policy.ChangedAt);
}

/// <summary>Policies.</summary>
/// <param name="Items">The policies, by key.</param>
public sealed record ReviewPoliciesAnswer(IReadOnlyList<ReviewPolicyView> Items);
