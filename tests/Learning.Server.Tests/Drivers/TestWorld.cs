using Learning.Data;
using Learning.Materials;
using Learning.Members;
using Learning.Records;
using Learning.Server.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Server.Tests.Drivers;

/// <summary>
/// A district with a station below it, and another district. The demo member works at the station, a neighbour in the district,
/// a stranger in the other one; the demo coordinator looks after the district.
/// </summary>
internal sealed class TestWorld
{
    private static readonly DateTimeOffset Then = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);

    public Guid District { get; } = Id(1);

    public Guid Station { get; } = Id(2);

    public Guid OtherDistrict { get; } = Id(3);

    public Guid Member { get; } = Id(11);

    public Guid Neighbour { get; } = Id(12);

    public Guid Stranger { get; } = Id(13);

    public Guid Lesson { get; } = Id(21);

    public async Task MakeAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<LearningDbContext>();
        db.Groups.AddRange(NewGroup(District, DemoAccounts.GroupKey), NewGroup(Station, "station-1", District), NewGroup(OtherDistrict, "other-district"));
        db.Materials.Add(NewLesson());
        db.Members.AddRange(
            NewMember(Member, DemoAccounts.MemberKey, "示例成员", Station),
            NewMember(Neighbour, "neighbour", "邻居", District),
            NewMember(Stranger, "stranger", "外区成员", OtherDistrict));
        await db.SaveChangesAsync(cancellationToken);
        db.Records.Add(new LearningRecord { Id = Id(31), MemberId = Member, MaterialId = Lesson, Verb = Verb.Completed, At = Then, StoredAt = Then });
        db.Impressions.Add(new Impression { Id = Id(41), MemberId = Member, At = Then, Model = "test", Personalised = true, Items = [new ImpressionItem(Lesson, 1, 0.5, [])] });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The same id each time.</summary>
    public static Guid Id(int number) => new($"01890000-0000-7000-8000-{number:D12}");

    private static Group NewGroup(Guid id, string key, Guid? parent = null) =>
        new() { Id = id, Key = key, Organisation = DemoAccounts.Organisation, NameZh = $"{key}组", NameEn = key, ParentId = parent };

    private static Member NewMember(Guid id, string key, string name, Guid group) => new()
    {
        Id = id,
        Key = key,
        Organisation = DemoAccounts.Organisation,
        Name = name,
        BirthYear = 1990,
        OccupationSaid = "送外卖的",
        JoinedAt = Then,
        Tags = [new Tag("first-aid", "roster"), new Tag("骑行", "member")],
        Slots = [new Slot(DayOfWeek.Monday, new TimeOnly(10, 0), 45, [Mode.Read])],
        Groups = [new GroupMembership { MemberId = id, GroupId = group, From = new DateOnly(2026, 1, 5) }],
    };

    private Material NewLesson() => new()
    {
        Id = Lesson,
        Key = "rain",
        Organisation = DemoAccounts.Organisation,
        Title = "雨天骑行三件事",
        Language = "zh",
        Text = "减速、开灯、离大车远一点。",
        Minutes = 5,
        CreditHours = 0.1m,
        Hash = new string('0', 64),
        Lesson = Lesson,
        CreatedAt = Then,
    };
}
