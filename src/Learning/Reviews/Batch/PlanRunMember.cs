using Learning.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Learning.Reviews.Batch;

/// <summary>A line of the work list: a member whose plan is to be made, and what became of it. It goes when the member is erased.</summary>
public sealed class PlanRunMember
{
    /// <summary>The run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The member.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>Its turn.</summary>
    public required int Place { get; init; }

    /// <summary>What became of it. It leaves <see cref="PlanRunMemberStatus.Waiting"/> once, in the transaction that keeps the plan.</summary>
    public PlanRunMemberStatus Status { get; set; }

    /// <summary>How often planning this member was begun while it waits: more than once where a process ended on the way. Back to nothing once it is planned or kept.</summary>
    public int Tries { get; set; }

    /// <summary>The plan.</summary>
    public Guid? PlanId { get; set; }

    /// <summary>Lessons in the plan.</summary>
    public int Items { get; set; }

    /// <summary>Credit hours in the plan, in tenths.</summary>
    public int Tenths { get; set; }

    /// <summary>Things asked that found no place.</summary>
    public int Unmet { get; set; }

    /// <summary>How far, at most, the plan is from the best, 0–1; null where nothing is proven or nothing was planned.</summary>
    public double? Bound { get; set; }

    /// <summary>Name of the rule that refused; null where none did.</summary>
    public string? Rule { get; set; }

    /// <summary>What it said.</summary>
    public string? Detail { get; set; }
}

/// <summary>What can become of a member's line.</summary>
public enum PlanRunMemberStatus
{
    /// <summary>Not yet looked at.</summary>
    Waiting,

    /// <summary>There is a new plan, in review, or the open one was made again.</summary>
    Planned,

    /// <summary>There was an open plan that covers the first day, or that needs no renewal; it stays.</summary>
    Kept,

    /// <summary>A rule refused, or the program ended on this member again and again; the line says which.</summary>
    Failed,

    /// <summary>The run was stopped before.</summary>
    NotPlanned,
}

internal sealed class PlanRunMemberMapping : IEntityTypeConfiguration<PlanRunMember>
{
    public void Configure(EntityTypeBuilder<PlanRunMember> builder)
    {
        builder.HasKey(line => new { line.RunId, line.MemberId });
        builder.Property(line => line.Status).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken();
        builder.Property(line => line.Rule).HasMaxLength(100);
        builder.Property(line => line.Detail).HasMaxLength(1000);
        builder.HasOne<PlanRun>().WithMany().HasForeignKey(line => line.RunId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(line => line.MemberId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(line => line.MemberId);
        builder.HasIndex(line => new { line.RunId, line.Status, line.Place });
    }
}
