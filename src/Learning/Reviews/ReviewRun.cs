using Learning.Data;
using Learning.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Learning.Reviews;

/// <summary>A bulk approval: which plans passed which policy by whose hand, and what it would take to undo it.</summary>
public sealed class ReviewRun
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Key of the organisation.</summary>
    public required string Organisation { get; init; }

    /// <summary>Key of the policy.</summary>
    public required string Policy { get; init; }

    /// <summary>Version of the policy.</summary>
    public required int PolicyVersion { get; init; }

    /// <summary>Who ran it.</summary>
    public required Guid By { get; init; }

    /// <summary>The name, as it was then.</summary>
    public required string ByName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was undone; null while it stands.</summary>
    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>The plans.</summary>
    public List<ReviewRunItem> Items { get; init; } = [];
}

/// <summary>A plan that a run approved.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Version">Its version after the approval.</param>
/// <param name="Replaced">Plans that gave way to it, as they stood.</param>
public sealed record ReviewRunItem(Guid Plan, int Version, List<ReplacedPlan> Replaced);

/// <summary>A plan that gave way.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="State">Where it stood.</param>
/// <param name="Version">Its version after it gave way.</param>
public sealed record ReplacedPlan(Guid Plan, PlanState State, int Version);

/// <summary>A plan that passed a policy and that a person looks at all the same.</summary>
public sealed class ReviewAudit
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Key of the policy.</summary>
    public required string Policy { get; init; }

    /// <summary>When it was drawn.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the person agrees; null while nobody has looked.</summary>
    public bool? Agreed { get; set; }

    /// <summary>The account that looked.</summary>
    public Guid? By { get; set; }

    /// <summary>Who looked.</summary>
    public string ByName { get; set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset? LookedAt { get; set; }

    /// <summary>What the person has to say.</summary>
    public string Note { get; set; } = "";
}

internal sealed class ReviewRunMapping : IEntityTypeConfiguration<ReviewRun>
{
    public void Configure(EntityTypeBuilder<ReviewRun> builder)
    {
        builder.Property(run => run.Items).HasJson();
        builder.HasIndex(run => new { run.Organisation, run.Id });
    }
}

internal sealed class ReviewAuditMapping : IEntityTypeConfiguration<ReviewAudit>
{
    public void Configure(EntityTypeBuilder<ReviewAudit> builder)
    {
        builder.Property(audit => audit.Note).HasMaxLength(1000);
        builder.HasOne<ReviewRun>().WithMany().HasForeignKey(audit => audit.RunId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<StoredPlan>().WithMany().HasForeignKey(audit => audit.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(audit => audit.PlanId);
    }
}
