using Learning.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Learning.Members;

internal sealed class MemberMapping : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.Property(member => member.Key).HasMaxLength(200);
        builder.Property(member => member.Organisation).HasMaxLength(100);
        builder.Property(member => member.Name).HasMaxLength(100);
        builder.Property(member => member.OccupationCode).HasMaxLength(20);
        builder.Property(member => member.Slots).HasJson();
        builder.Property(member => member.SlotExceptions).HasJson().HasDefaultValueSql("'[]'");
        builder.Property(member => member.QuietTimes).HasJson();
        builder.Property(member => member.Exemptions).HasJson();
        builder.Property(member => member.Tags).HasJson();
        builder.Property(member => member.Version).IsConcurrencyToken();
        builder.HasMany(member => member.Groups).WithOne().HasForeignKey(membership => membership.MemberId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(member => new { member.Organisation, member.Key }).IsUnique();
        builder.HasIndex(member => member.AccountId);
    }
}

internal sealed class GroupMapping : IEntityTypeConfiguration<Group>
{
    public void Configure(EntityTypeBuilder<Group> builder)
    {
        builder.Property(group => group.Key).HasMaxLength(200);
        builder.Property(group => group.Organisation).HasMaxLength(100);
        builder.Property(group => group.Requirements).HasJson();
        builder.HasOne<Group>().WithMany().HasForeignKey(group => group.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(group => new { group.Organisation, group.Key }).IsUnique();
    }
}

internal sealed class GroupMembershipMapping : IEntityTypeConfiguration<GroupMembership>
{
    public void Configure(EntityTypeBuilder<GroupMembership> builder)
    {
        builder.HasKey(membership => new { membership.MemberId, membership.GroupId, membership.From });
        builder.HasOne<Group>().WithMany().HasForeignKey(membership => membership.GroupId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GroupCoordinatorMapping : IEntityTypeConfiguration<GroupCoordinator>
{
    public void Configure(EntityTypeBuilder<GroupCoordinator> builder)
    {
        builder.HasKey(coordinator => new { coordinator.AccountId, coordinator.GroupId });
        builder.HasOne<Group>().WithMany().HasForeignKey(coordinator => coordinator.GroupId).OnDelete(DeleteBehavior.Cascade);
    }
}
