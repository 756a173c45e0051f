using Learning.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Learning.Materials;

internal sealed class MaterialMapping : IEntityTypeConfiguration<Material>
{
    public void Configure(EntityTypeBuilder<Material> builder)
    {
        builder.Property(material => material.Key).HasMaxLength(500);
        builder.Property(material => material.Organisation).HasMaxLength(100);
        builder.Property(material => material.Title).HasMaxLength(300);
        builder.Property(material => material.Summary).HasMaxLength(2000);
        builder.Property(material => material.Language).HasMaxLength(2);
        builder.Property(material => material.Topics).HasJson();
        builder.Property(material => material.Occupations).HasJson();
        builder.Property(material => material.AgeBands).HasJson();
        builder.Property(material => material.Prerequisites).HasJson();
        builder.Property(material => material.Questions).HasJson();
        builder.Property(material => material.Hash).HasMaxLength(64);
        builder.Property(material => material.Version).IsConcurrencyToken();
        builder.HasMany(material => material.Chunks).WithOne().HasForeignKey(chunk => chunk.MaterialId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(material => new { material.Organisation, material.Key }).IsUnique();
        builder.HasIndex(material => material.Revision);
        builder.HasIndex(material => material.Lesson);
    }
}

internal sealed class ChunkMapping : IEntityTypeConfiguration<Chunk>
{
    public void Configure(EntityTypeBuilder<Chunk> builder)
    {
        builder.Property(chunk => chunk.Language).HasMaxLength(2);
        builder.HasIndex(chunk => new { chunk.MaterialId, chunk.Position }).IsUnique();
    }
}
