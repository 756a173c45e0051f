using Learning.Data.Sqlite;
using Learning.Materials;
using Learning.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Learning.Tests.Drivers;

/// <summary>A real database file with some members and lessons, for what is booked.</summary>
internal sealed class Books : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("learning-books-");

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));

    public static Guid Member(int number) => new($"01890000-0000-7000-8000-0000000{number:D5}");

    /// <summary>Lessons come in twins: 2 and 3 are the same lesson, 4 and 5, and so on.</summary>
    public static Guid Material(int number) => new($"01890000-0000-7000-8000-0000001{number:D5}");

    public static Guid LessonOf(int material) => Material(material / 2 * 2);

    /// <summary>Credit of a lesson, the same for both twins.</summary>
    public static decimal CreditOf(int material) => (material / 2 % 9 * 0.3m) + 0.1m;

    public static async Task<Books> OpenAsync(int members, int materials)
    {
        var books = new Books();
        await using var db = books.Db();
        await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", TestContext.Current.CancellationToken);
        db.Members.AddRange(Enumerable.Range(0, members).Select(number => new Member { Id = Member(number), Organisation = "here", Name = "某人", JoinedAt = DateTimeOffset.UnixEpoch }));
        db.Materials.AddRange(Enumerable.Range(0, materials).Select(number => new Material
        {
            Id = Material(number), Key = $"m{number}", Organisation = "here", Title = $"第 {number} 课", Language = "zh", Text = "文", Minutes = 10, CreditHours = CreditOf(number),
            Hash = new string('0', 64), Lesson = LessonOf(number), CreatedAt = DateTimeOffset.UnixEpoch,
            Questions = [new RecallQuestion { Ask = "几？", Options = ["一", "二"], Answer = "一" }],
        }));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return books;
    }

    public SqliteLearningDbContext Db() =>
        new(new DbContextOptionsBuilder<SqliteLearningDbContext>().UseSqlite($"Data Source={Path.Combine(_folder.FullName, "books.db")};Default Timeout=60").Options);

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
