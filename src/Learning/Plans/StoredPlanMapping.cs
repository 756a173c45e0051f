using Learning.Data;
using Learning.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Learning.Plans;

internal sealed class StoredPlanMapping : IEntityTypeConfiguration<StoredPlan>
{
    public void Configure(EntityTypeBuilder<StoredPlan> builder)
    {
        builder.Property(plan => plan.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(plan => plan.Version).IsConcurrencyToken();
        builder.Property(plan => plan.Items).HasJson();
        builder.Property(plan => plan.Hours).HasJson();
        builder.Property(plan => plan.Unmet).HasJson();
        builder.Property(plan => plan.Proof).HasJson();
        builder.Property(plan => plan.Pins).HasJson();
        builder.Property(plan => plan.Bans).HasJson();
        builder.Property(plan => plan.Terms).HasJson();
        builder.Property(plan => plan.Causes).HasJson();
        builder.Property(plan => plan.Changes).HasJson().HasDefaultValueSql("'{\"kept\":0,\"items\":[]}'");
        builder.HasOne<Member>().WithMany().HasForeignKey(plan => plan.MemberId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(plan => new { plan.MemberId, plan.State });
        builder.HasIndex(plan => new { plan.State, plan.Id });
        builder.HasIndex(plan => new { plan.State, plan.Doubt });
    }
}
