using Learning.Materials;
using Learning.Seeding;

namespace Learning.Tests.Seeding;

/// <summary>The seed of the repository, made without a database.</summary>
internal static class SeedOnPaper
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    public static string Folder { get; } = FindFolder();

    /// <summary>The world of <see cref="Today"/>, made once.</summary>
    public static SeedWorld World => Made.Value;

    private static Lazy<SeedWorld> Made { get; } = new(() => Make(Today));

    public static SeedBook Book { get; } = SeedBook.Read(Folder);

    /// <summary>What the readers make of the folder.</summary>
    public static IReadOnlyList<ReadMaterial> Read { get; } = [.. Directory.GetFiles(Path.Combine(Folder, "materials"), "*.md", SearchOption.AllDirectories)
        .Select(file => MaterialReaders.Read(Path.GetFileName(file), File.ReadAllBytes(file)).Single().Material!)];

    public static IReadOnlyList<SeedLesson> Lessons { get; } = LessonsOn(Today);

    public static IReadOnlyList<SeedLesson> LessonsOn(DateOnly today)
    {
        var dates = SeedSchedule.Of(Book.Organisation, new SeedDays(today, Book.Organisation.Months), Read);
        return [.. Read.Select(read => LessonOf(read, dates[read.Key]))];
    }

    public static SeedWorld Make(DateOnly today)
    {
        var world = SeedGenerator.Make(Book, LessonsOn(today), today);
        return world with { Records = [.. world.Records] };
    }

    private static SeedLesson LessonOf(ReadMaterial read, DateOnly published) => new()
    {
        Id = SeedIds.At(DateTimeOffset.UnixEpoch, Chance.Of(1, read.Key)),
        Key = read.Key,
        Language = read.Language,
        Topics = read.Topics,
        Occupations = read.Occupations,
        AgeBands = read.AgeBands,
        Level = read.Level,
        Prerequisites = read.Prerequisites,
        Minutes = read.Minutes,
        Mode = read.Mode,
        From = read.ValidFrom > published ? read.ValidFrom.Value : published,
        Until = read.ValidUntil,
        Questions = read.Questions.Count,
    };

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Learning.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "data", "seed");
    }
}
