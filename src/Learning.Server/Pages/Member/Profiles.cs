using Learning.Members;

namespace Learning.Server.Pages.Member;

/// <summary>A member's profile as it stands, to change a part of it.</summary>
internal static class Profiles
{
    public static MemberProfile Of(Learning.Members.Member member) => new()
    {
        Name = member.Name,
        BirthYear = member.BirthYear,
        OccupationCode = member.OccupationCode,
        OccupationSaid = member.OccupationSaid,
        Language = member.Language,
        TimeZone = member.TimeZone,
        DailyCapMinutes = member.DailyCapMinutes,
        Slots = member.Slots,
        QuietTimes = member.QuietTimes,
    };
}
