using Learning.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Learning.Reviews;

internal sealed class ReviewActMapping : IEntityTypeConfiguration<ReviewAct>
{
    public void Configure(EntityTypeBuilder<ReviewAct> builder)
    {
        builder.HasOne<StoredPlan>().WithMany().HasForeignKey(act => act.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(act => act.PlanId);
    }
}
