using Learning.Server.Conventions;

namespace Learning.Server.Members;

/// <summary>Who learns: coordinators look after the members of their groups; everybody sees and changes oneself.</summary>
internal static class MemberEndpoints
{
    public static void MapMembers(this IEndpointRouteBuilder api)
    {
        var everybody = api.MapRoom("/members", "Members");
        GetMember.Map(everybody);
        ChangeMember.Map(everybody);

        var coordinators = api.MapRoom("/members", "Members").ForCoordinators();
        CreateMember.Map(coordinators);
        ListMembers.Map(coordinators);
        DeleteMember.Map(coordinators);
        ImportMembers.Map(coordinators);

        var groups = api.MapRoom("/groups", "Members").ForCoordinators();
        ListGroups.Map(groups);
        CreateGroup.Map(groups);

        FindOccupations.Map(api.MapRoom("", "Members"));

        var me = api.MapRoom("/me", "Members");
        GetMe.Map(me);
        SwitchPersonalisation.Map(me);
        MyTags.Map(me);
        MySlots.Map(me);
        MySlotExceptions.Map(me);
        UnderstandMe.Map(me);
        ExportMe.Map(me);
        EraseMe.Map(me);
    }

    public static IServiceCollection AddMembers(this IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddScoped<MemberAnswers>()
        .AddScoped<Erasure>();
}
