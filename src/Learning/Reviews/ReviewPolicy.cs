using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Learning.Reviews;

/// <summary>What an administrator lets pass without a second look, plan by plan: every condition must hold. Nothing that fails a check passes any policy.</summary>
public sealed class ReviewPolicy
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Key of the organisation.</summary>
    public required string Organisation { get; init; }

    /// <summary>Its name in addresses; unique in the organisation.</summary>
    public required string Key { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; set; }

    /// <summary>Whether it may be used. An audit that disagrees switches it off.</summary>
    public bool On { get; set; } = true;

    /// <summary>Whether the plan must be proven the best there is, not only right.</summary>
    public bool Optimal { get; set; }

    /// <summary>How far from the best a plan may be at most, 0–1, as far as that is proven; null: being proven right is enough.</summary>
    public double? MaxGap { get; set; }

    /// <summary>Whether plans of exempt members pass.</summary>
    public bool Exempt { get; set; }

    /// <summary>Whether plans of members of whom little is known pass.</summary>
    public bool ColdMembers { get; set; }

    /// <summary>Most share of the plan that may differ from the one before, 0–1.</summary>
    public double MostChange { get; set; } = 0.2;

    /// <summary>Most doubt, summed over its causes.</summary>
    public double MostDoubt { get; set; } = 3;

    /// <summary>Share of what passed that a person looks at all the same, 0.01–1; at least one plan.</summary>
    public double AuditShare { get; set; } = 0.05;

    /// <summary>Seed of the sample.</summary>
    public int Seed { get; set; }

    /// <summary>Counts the changes; the entity tag.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Who wrote it last.</summary>
    public string ChangedBy { get; set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset ChangedAt { get; set; }
}

internal sealed class ReviewPolicyMapping : IEntityTypeConfiguration<ReviewPolicy>
{
    public void Configure(EntityTypeBuilder<ReviewPolicy> builder)
    {
        builder.Property(policy => policy.Key).HasMaxLength(50);
        builder.Property(policy => policy.Name).HasMaxLength(100);
        builder.Property(policy => policy.Version).IsConcurrencyToken();
        builder.HasIndex(policy => new { policy.Organisation, policy.Key }).IsUnique();
    }
}
