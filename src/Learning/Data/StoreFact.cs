using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Learning.Data;

/// <summary>A named fact about the store itself, such as the revision of the materials or the embedding model in use.</summary>
public sealed class StoreFact
{
    /// <summary>Name of the revision that grows with every change of a material.</summary>
    public const string MaterialsRevision = "materials-revision";

    /// <summary>Name of the fact that says which seed is in the store.</summary>
    public const string Seed = "seed";

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Value as a number.</summary>
    public long Number { get; set; }

    /// <summary>Value as a text.</summary>
    public string Text { get; set; } = "";
}

internal sealed class StoreFactMapping : IEntityTypeConfiguration<StoreFact>
{
    public void Configure(EntityTypeBuilder<StoreFact> builder)
    {
        builder.HasKey(fact => fact.Name);
        builder.Property(fact => fact.Name).HasMaxLength(100);
        builder.HasData(new StoreFact { Name = StoreFact.MaterialsRevision });
    }
}
