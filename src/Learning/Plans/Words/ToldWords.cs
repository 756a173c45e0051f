using Learning.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Learning.Plans.Words;

/// <summary>Words that a model wrote and that passed the check: kept, so that what somebody read can be found again by its number, and taken along.</summary>
public sealed class ToldWords
{
    /// <summary>The content number, UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>The version of the plan it speaks of.</summary>
    public required int Version { get; init; }

    /// <summary>What was asked.</summary>
    public required WordsKind Kind { get; init; }

    /// <summary>In which language.</summary>
    public required string Language { get; init; }

    /// <summary>The lesson that was asked about; the empty id where the whole plan is meant.</summary>
    public required Guid About { get; init; }

    /// <summary>The sentences.</summary>
    public required List<ToldSentence> Sentences { get; init; }

    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Always true: the label that travels with the words, wherever they are taken.</summary>
    public bool AiGenerated => true;
}

internal sealed class ToldWordsMapping : IEntityTypeConfiguration<ToldWords>
{
    public void Configure(EntityTypeBuilder<ToldWords> builder)
    {
        builder.Property(words => words.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(words => words.Language).HasMaxLength(2);
        builder.Property(words => words.Model).HasMaxLength(200);
        builder.Property(words => words.Sentences).HasJson();
        builder.HasOne<StoredPlan>().WithMany().HasForeignKey(words => words.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(words => new { words.PlanId, words.Kind, words.About, words.Language });
    }
}
