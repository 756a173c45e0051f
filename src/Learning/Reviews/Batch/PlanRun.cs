using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Learning.Reviews.Batch;

/// <summary>The planning of many members that somebody asked for. What is to be done stands in the database, so that a process that ends, however it ends, loses nothing and changes nothing.</summary>
public sealed class PlanRun
{
    /// <summary>UUIDv7, drawn from what was asked and when.</summary>
    public required Guid Id { get; init; }

    /// <summary>Key of the organisation.</summary>
    public required string Organisation { get; init; }

    /// <summary>First day of the plans.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Weeks they cover.</summary>
    public required int Weeks { get; init; }

    /// <summary>Whether members who have an open plan get a new one as well.</summary>
    public required bool Again { get; init; }

    /// <summary>Whether plans are renewed where life has changed or they end, instead of made for everybody.</summary>
    public bool Renewal { get; init; }

    /// <summary>The moment all of it counts as done: today, ids and dates follow from it, not from when a process gets to a member.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who asked: id of the account.</summary>
    public required Guid By { get; init; }

    /// <summary>The name, as it was then.</summary>
    public required string ByName { get; init; }

    /// <summary>How many members were to be planned.</summary>
    public required int Members { get; init; }

    /// <summary>Id of the model that ranks for all of them; null until the first is planned.</summary>
    public string? Model { get; set; }

    /// <summary>How often it was begun; more than once where a process ended on the way.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was begun last; null while it waits.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it ended; null while it waits or runs.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What became of it; null while it waits or runs.</summary>
    public PlanRunStatus? Status { get; set; }
}

/// <summary>What can become of the planning of many.</summary>
public enum PlanRunStatus
{
    /// <summary>Every member has been looked at.</summary>
    Done,

    /// <summary>Somebody stopped it; what was planned by then stands.</summary>
    Cancelled,

    /// <summary>The first day of its plans was over before it was done.</summary>
    Overtaken,
}

internal sealed class PlanRunMapping : IEntityTypeConfiguration<PlanRun>
{
    public void Configure(EntityTypeBuilder<PlanRun> builder)
    {
        builder.Property(run => run.Organisation).HasMaxLength(50);
        builder.Property(run => run.ByName).HasMaxLength(200);
        builder.Property(run => run.Model).HasMaxLength(100);
        builder.Property(run => run.Status).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(run => new { run.Organisation, run.Id });
        builder.HasIndex(run => run.EndedAt);
    }
}
