using Learning.Materials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Learning.Embeddings;

internal sealed class ChunkVectorMapping : IEntityTypeConfiguration<ChunkVector>
{
    public void Configure(EntityTypeBuilder<ChunkVector> builder)
    {
        builder.HasKey(vector => new { vector.ChunkId, vector.Model });
        builder.Property(vector => vector.Model).HasMaxLength(200);
        builder.HasOne<Chunk>().WithMany().HasForeignKey(vector => vector.ChunkId).OnDelete(DeleteBehavior.Cascade);
    }
}
