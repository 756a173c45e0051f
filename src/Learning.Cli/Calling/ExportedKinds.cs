using Learning.Data;
using Microsoft.EntityFrameworkCore;

namespace Learning.Cli.Calling;

/// <summary>What an export holds. Chunks, vectors and the index are not in it: they follow from the materials.</summary>
internal static class ExportedKinds
{
    /// <summary>The kinds for one member, or for all.</summary>
    public static IReadOnlyList<ExportedKind> Of(LearningDbContext db, Guid? member)
    {
        ExportedKind[] ofPeople =
        [
            new("members", db.Members.AsNoTracking().Include(one => one.Groups).Where(one => member == null || one.Id == member).OrderBy(one => one.Id)),
            new("groups", db.Groups.AsNoTracking()
                .Where(group => member == null || db.GroupMemberships.Any(membership => membership.MemberId == member && membership.GroupId == group.Id)).OrderBy(group => group.Id)),
            new("records", db.Records.AsNoTracking().Where(record => member == null || record.MemberId == member).OrderBy(record => record.Id)),
            new("impressions", db.Impressions.AsNoTracking().Where(impression => member == null || impression.MemberId == member).OrderBy(impression => impression.Id)),
            new("plans", db.Plans.AsNoTracking().Where(plan => member == null || plan.MemberId == member).OrderBy(plan => plan.Id)),
            new("review-acts", db.ReviewActs.AsNoTracking()
                .Where(act => member == null || db.Plans.Any(plan => plan.MemberId == member && plan.Id == act.PlanId)).OrderBy(act => act.Id)),
        ];
        return member is null ? [.. ofPeople, new("materials", db.Materials.AsNoTracking().OrderBy(material => material.Id))] : ofPeople;
    }
}

/// <summary>A kind of rows.</summary>
/// <param name="Name">Its file, without the ending.</param>
/// <param name="Rows">The rows, in a fixed order.</param>
internal sealed record ExportedKind(string Name, IQueryable<object> Rows);
