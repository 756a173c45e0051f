using Learning.Materials;
using Learning.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Learning.Records.Ledger;

internal sealed class HoursEntryMapping : IEntityTypeConfiguration<HoursEntry>
{
    public void Configure(EntityTypeBuilder<HoursEntry> builder)
    {
        builder.Property(entry => entry.Topic).HasMaxLength(100);
        builder.Property(entry => entry.Evidence).HasMaxLength(1000);
        builder.HasOne<Member>().WithMany().HasForeignKey(entry => entry.MemberId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Material>().WithMany().HasForeignKey(entry => entry.MaterialId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(entry => entry.Postings).WithOne().HasForeignKey(posting => posting.EntryId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(entry => new { entry.MemberId, entry.At });

        // A lesson is booked once a turn, and an entry is taken back once, whoever writes at the same moment.
        builder.HasIndex(entry => new { entry.MemberId, entry.Lesson, entry.Turn }).IsUnique().HasFilter("\"Reverses\" IS NULL AND \"Lesson\" IS NOT NULL");
        builder.HasIndex(entry => entry.Reverses).IsUnique();
    }
}

internal sealed class HoursPostingMapping : IEntityTypeConfiguration<HoursPosting>
{
    public void Configure(EntityTypeBuilder<HoursPosting> builder)
    {
        builder.HasKey(posting => new { posting.EntryId, posting.Account });
        builder.Property(posting => posting.Account).HasMaxLength(20);
        builder.HasIndex(posting => new { posting.MemberId, posting.Account });
    }
}
