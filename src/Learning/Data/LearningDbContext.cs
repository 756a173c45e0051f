using Learning.Embeddings;
using Learning.Materials;
using Learning.Members;
using Learning.Plans;
using Learning.Plans.Words;
using Learning.Records;
using Learning.Records.Ledger;
using Learning.Retraining;
using Learning.Reviews;
using Learning.Reviews.Batch;
using Microsoft.EntityFrameworkCore;

namespace Learning.Data;

/// <summary>What is stored. A derived context per database adds its conversions and migrations; each step maps its own entities.</summary>
public abstract class LearningDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Who learns.</summary>
    public DbSet<Member> Members => Set<Member>();

    /// <summary>Groups of members.</summary>
    public DbSet<Group> Groups => Set<Group>();

    /// <summary>Who belongs where.</summary>
    public DbSet<GroupMembership> GroupMemberships => Set<GroupMembership>();

    /// <summary>Who coordinates what.</summary>
    public DbSet<GroupCoordinator> GroupCoordinators => Set<GroupCoordinator>();

    /// <summary>What can be learned.</summary>
    public DbSet<Material> Materials => Set<Material>();

    /// <summary>Parts of materials.</summary>
    public DbSet<Chunk> Chunks => Set<Chunk>();

    /// <summary>Vectors of parts.</summary>
    public DbSet<ChunkVector> ChunkVectors => Set<ChunkVector>();

    /// <summary>What happened. Append-only.</summary>
    public DbSet<LearningRecord> Records => Set<LearningRecord>();

    /// <summary>Credit hours, booked with their evidence. Append-only.</summary>
    public DbSet<HoursEntry> HoursEntries => Set<HoursEntry>();

    /// <summary>The sides of the bookings. Append-only.</summary>
    public DbSet<HoursPosting> HoursPostings => Set<HoursPosting>();

    /// <summary>What was shown. Append-only.</summary>
    public DbSet<Impression> Impressions => Set<Impression>();

    /// <summary>Plans.</summary>
    public DbSet<StoredPlan> Plans => Set<StoredPlan>();

    /// <summary>What passes review without a second look.</summary>
    public DbSet<ReviewPolicy> ReviewPolicies => Set<ReviewPolicy>();

    /// <summary>Bulk approvals.</summary>
    public DbSet<ReviewRun> ReviewRuns => Set<ReviewRun>();

    /// <summary>Plans that passed a policy and that a person looks at.</summary>
    public DbSet<ReviewAudit> ReviewAudits => Set<ReviewAudit>();

    /// <summary>Words about plans that a model wrote.</summary>
    public DbSet<ToldWords> ToldWords => Set<ToldWords>();

    /// <summary>What was done with plans. Append-only.</summary>
    public DbSet<ReviewAct> ReviewActs => Set<ReviewAct>();

    /// <summary>Plannings of many members that were asked for.</summary>
    public DbSet<PlanRun> PlanRuns => Set<PlanRun>();

    /// <summary>Their work lists.</summary>
    public DbSet<PlanRunMember> PlanRunMembers => Set<PlanRunMember>();

    /// <summary>Trainings that were asked for, and what became of them.</summary>
    public DbSet<TrainingRun> TrainingRuns => Set<TrainingRun>();

    /// <summary>Named counters and facts about the store itself.</summary>
    public DbSet<StoreFact> StoreFacts => Set<StoreFact>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(LearningDbContext).Assembly);

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Writing is asynchronous here: call SaveChangesAsync.");

    /// <summary>Saves; changed materials get the next revision in the same transaction, so that every reader can ask for what changed since.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var changed = ChangeTracker.Entries<Material>().Where(entry => entry.State is EntityState.Added or EntityState.Modified).ToList();
        if (changed.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var revision = await NextRevisionAsync(cancellationToken);
        foreach (var entry in changed)
        {
            entry.Entity.Revision = revision;
        }

        var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        return written;
    }

    /// <summary>The next revision of the materials, inside a transaction that gives it to those that changed. Writers take turns on it, so that no reader misses one.</summary>
    internal async Task<long> NextRevisionAsync(CancellationToken cancellationToken)
    {
        await StoreFacts.Where(fact => fact.Name == StoreFact.MaterialsRevision)
            .ExecuteUpdateAsync(set => set.SetProperty(fact => fact.Number, fact => fact.Number + 1), cancellationToken);
        return await StoreFacts.Where(fact => fact.Name == StoreFact.MaterialsRevision).Select(fact => fact.Number).SingleAsync(cancellationToken);
    }
}
