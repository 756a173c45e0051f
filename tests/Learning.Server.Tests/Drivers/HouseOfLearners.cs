using Learning.Data;
using Learning.Materials;
using Learning.Members;
using Learning.Records;
using Learning.Server.SignIn;
using Learning.Server.Starting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Server.Tests.Drivers;

/// <summary>
/// The small world, and forty members who each month finish half of what came in just before it, whoever they are: enough to
/// learn that what is new is wanted here. Models wait for an administrator, and nothing is trained by itself.
/// </summary>
public sealed class HouseOfLearners : LearningApplication
{
    private const int Members = 40;
    private const int Months = 7;
    private const int ADays = 30;
    private const int LessonsAMonth = 6;

    public HouseOfLearners()
    {
        Settings["Learning:Retraining:WaitForAdministrator"] = "true";
        Settings["Learning:Retraining:Schedule"] = "";
        Settings["Learning:Retraining:FewestPeople"] = "20";
        Settings["Learning:Retraining:Horizons"] = "4";
    }

    /// <summary>When the last thing happens.</summary>
    public static DateTimeOffset Until { get; } = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);

    /// <summary>One of the members.</summary>
    public static Guid Member(int number) => TestWorld.Id(1_000 + number);

    /// <summary>A lesson of a month before <see cref="Until"/>, counted back from 0.</summary>
    public static Guid Lesson(int month, int number) => TestWorld.Id(2_000 + (month * LessonsAMonth) + number);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton(new StartStep("learners", MakeAsync)));
    }

    private static async Task MakeAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<LearningDbContext>();
        db.Members.AddRange(Enumerable.Range(0, Members).Select(NewMember));
        db.Materials.AddRange(Enumerable.Range(0, Months).SelectMany(month => Enumerable.Range(0, LessonsAMonth).Select(number => NewLesson(month, number))));
        await db.SaveChangesAsync(cancellationToken);
        db.Records.AddRange(Enumerable.Range(0, Members).SelectMany(RecordsOf));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static IEnumerable<LearningRecord> RecordsOf(int member) =>
        from month in Enumerable.Range(0, Months)
        from number in Enumerable.Range(0, LessonsAMonth)
        where (member + number + month) % 2 == 0
        let at = Start(month).AddDays(1 + ((member + (3 * number)) % (ADays - 2)))
        select new LearningRecord
        {
            Id = TestWorld.Id(10_000 + (((member * Months) + month) * LessonsAMonth) + number),
            MemberId = Member(member),
            MaterialId = Lesson(month, number),
            Verb = Verb.Completed,
            At = at,
            StoredAt = at,
        };

    private static DateTimeOffset Start(int month) => Until.AddDays(-ADays * (month + 1));

    private static Member NewMember(int number) => new()
    {
        Id = Member(number),
        Key = $"learner-{number}",
        Organisation = DemoAccounts.Organisation,
        Name = $"成员{number}",
        BirthYear = 1960 + number,
        JoinedAt = Until.AddDays(-400),
    };

    private static Material NewLesson(int month, int number) => new()
    {
        Id = Lesson(month, number),
        Key = $"month-{month}-{number}",
        Organisation = DemoAccounts.Organisation,
        Title = $"第{month}月第{number}课",
        Language = "zh",
        Text = $"第{month}月的第{number}课。",
        Minutes = 10,
        CreditHours = 0.1m,
        Hash = new string('0', 64),
        Lesson = Lesson(month, number),
        CreatedAt = Start(month).AddDays(-1),
    };
}
