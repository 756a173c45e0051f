using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Learning.Retraining;

/// <summary>A training that was asked for, and what became of it: the work list stands here, so that a process that ends loses nothing.</summary>
public sealed class TrainingRun
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>What makes it one and the same, such as <c>schedule 2026-11-24</c>: however often it is asked for, it is done once.</summary>
    public required string Key { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>How often it was begun; more than once where a process ended half way.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was begun last; null while it waits.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it ended; null while it waits or runs.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What became of it; null while it waits or runs.</summary>
    public TrainingStatus? Status { get; set; }

    /// <summary>The model it made or found; null where there is none.</summary>
    public string? Model { get; set; }

    /// <summary>Why the gate refused, or what failed; empty otherwise.</summary>
    public string Reasons { get; set; } = "";
}

/// <summary>What can become of a training.</summary>
public enum TrainingStatus
{
    /// <summary>The new model serves.</summary>
    Promoted,

    /// <summary>It passed the gate and waits for an administrator.</summary>
    Waiting,

    /// <summary>The gate refused it; the old one serves on.</summary>
    Refused,

    /// <summary>The data are those of a model that is kept: nothing was trained.</summary>
    Unchanged,

    /// <summary>Too few people did something to judge a model on: nothing was trained.</summary>
    TooLittle,

    /// <summary>It failed, and was tried again often enough.</summary>
    Failed,
}

internal sealed class TrainingRunMapping : IEntityTypeConfiguration<TrainingRun>
{
    public void Configure(EntityTypeBuilder<TrainingRun> builder)
    {
        builder.Property(run => run.Key).HasMaxLength(100);
        builder.Property(run => run.Model).HasMaxLength(100);
        builder.Property(run => run.Reasons).HasMaxLength(4000);
        builder.Property(run => run.Status).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(run => run.Key).IsUnique();
        builder.HasIndex(run => run.EndedAt);
    }
}
