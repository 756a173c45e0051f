using Learning.Data;
using Learning.Materials;
using Learning.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Learning.Records;

internal sealed class LearningRecordMapping : IEntityTypeConfiguration<LearningRecord>
{
    public void Configure(EntityTypeBuilder<LearningRecord> builder)
    {
        builder.HasOne<Member>().WithMany().HasForeignKey(record => record.MemberId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Material>().WithMany().HasForeignKey(record => record.MaterialId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(record => new { record.MemberId, record.At });
        builder.HasIndex(record => record.MaterialId);
    }
}

internal sealed class ImpressionMapping : IEntityTypeConfiguration<Impression>
{
    public void Configure(EntityTypeBuilder<Impression> builder)
    {
        builder.Property(impression => impression.Items).HasJson();
        builder.Property(impression => impression.Propensity).HasDefaultValue(1.0);
        builder.HasIndex(impression => impression.At);
        builder.Property(impression => impression.Query).HasMaxLength(500);
        builder.HasOne<Member>().WithMany().HasForeignKey(impression => impression.MemberId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(impression => new { impression.MemberId, impression.At });
    }
}
