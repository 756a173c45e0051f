using Learning.Data;
using Learning.Data.Sqlite;
using Learning.Server.Conventions.Idempotency;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Learning.Server.SignIn;

/// <summary>Accounts, sessions and replies kept for repeated requests: what belongs to the process, in the engine's file.</summary>
public sealed class SignInDbContext(DbContextOptions<SignInDbContext> options) : IdentityDbContext<Account, IdentityRole<Guid>, Guid>(options)
{
    /// <summary>Name of the table with this context's migrations.</summary>
    public const string MigrationsTable = "__SignInMigrations";

    /// <summary>Sessions.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>Replies kept for repeated requests.</summary>
    public DbSet<KeptReply> KeptReplies => Set<KeptReply>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>(account =>
        {
            account.ToTable("Accounts");
            account.Property(row => row.Organisation).HasMaxLength(100);
        });
        builder.Entity<IdentityRole<Guid>>().ToTable("Roles").HasData(SignIn.Roles.Rows);
        builder.Entity<IdentityUserRole<Guid>>().ToTable("AccountRoles");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("AccountClaims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("AccountLogins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("AccountTokens");
        builder.Entity<IdentityRoleClaim<Guid>>().ToTable("RoleClaims");
        builder.Entity<Session>(session =>
        {
            session.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Cascade);
            session.HasIndex(row => row.ExpiresAt);
        });
        builder.Entity<KeptReply>(reply =>
        {
            reply.HasKey(row => new { row.AccountId, row.Path, row.Key });
            reply.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Cascade);
            reply.HasIndex(row => row.At);
        });
    }
}

/// <summary>Lets <c>dotnet ef</c> make migrations without a server.</summary>
internal sealed class SignInDesignTimeFactory : IDesignTimeDbContextFactory<SignInDbContext>
{
    public SignInDbContext CreateDbContext(string[] args) => new((DbContextOptions<SignInDbContext>)new DbContextOptionsBuilder<SignInDbContext>()
        .UseLearningSqlite(new DataOptions { DataFolder = "." }, SignInDbContext.MigrationsTable).Options);
}
