using Learning.Data;
using Learning.Members;
using Learning.Members.Occupations;
using Learning.Server.Errors;
using Microsoft.EntityFrameworkCore;

namespace Learning.Server.Members;

/// <summary>Shows members in the caller's language.</summary>
internal sealed class MemberAnswers(LearningDbContext db, OccupationMatcher occupations, TimeProvider time, IHttpContextAccessor http)
{
    public async Task<MemberAnswer> OfAsync(Member member, CancellationToken cancellationToken) => (await OfAsync([member], cancellationToken))[0];

    public async Task<IReadOnlyList<MemberAnswer>> OfAsync(IReadOnlyList<Member> members, CancellationToken cancellationToken)
    {
        var ids = members.SelectMany(member => member.Groups).Select(membership => membership.GroupId).Distinct().ToList();
        var groups = await db.Groups.AsNoTracking().Where(group => ids.Contains(group.Id)).ToDictionaryAsync(group => group.Id, cancellationToken);
        var language = http.HttpContext!.Language();
        return [.. members.Select(member => Of(member, groups, language))];
    }

    private MemberAnswer Of(Member member, Dictionary<Guid, Group> groups, string language)
    {
        var today = LocalDay.Of(time.GetUtcNow(), member.TimeZone);
        return new MemberAnswer
        {
            Id = member.Id,
            Key = member.Key,
            Organisation = member.Organisation,
            Name = member.Name,
            BirthYear = member.BirthYear,
            Age = member.AgeIn(today.Year),
            Occupation = OccupationAnswer.Of(member.OccupationCode, member.OccupationSaid, language, occupations),
            Groups = [.. member.Groups.On(today).Select(membership => Membership(membership, groups[membership.GroupId], language)).OrderBy(group => group.Key, StringComparer.Ordinal)],
            Slots = [.. member.Slots.Select(SlotShape.Of)],
            SlotExceptions = SlotExceptionShape.From(member, today),
            QuietTimes = [.. member.QuietTimes.Select(QuietTimeShape.Of)],
            DailyCapMinutes = member.DailyCapMinutes,
            Language = member.Language,
            TimeZone = member.TimeZone,
            Exemptions = [.. member.Exemptions.Select(ExemptionShape.Of)],
            Tags = [.. member.Tags.Select(tag => new TagAnswer(tag.Name, tag.From))],
            Personalisation = member.Personalised,
            Version = member.Version,
        };
    }

    private static MembershipAnswer Membership(GroupMembership membership, Group group, string language) =>
        new(group.Key, language == "zh" ? group.NameZh : group.NameEn, membership.From);
}
