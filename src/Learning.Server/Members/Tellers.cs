using Learning.Members;
using Learning.Server.SignIn;

namespace Learning.Server.Members;

/// <summary>Who the caller is when telling something about a member.</summary>
internal static class Tellers
{
    /// <summary>Somebody who looks after others.</summary>
    public static Teller Coordinator(Caller caller, string name = "coordinator") =>
        new(caller.Organisation, name, group => caller.IsAdministrator || caller.Groups.Contains(group)) { NeedsGroup = !caller.IsAdministrator };

    /// <summary>The caller about a member; about oneself nobody decides what coordinators decide.</summary>
    public static Teller About(Caller caller, Member member) => member.Id == caller.MemberId
        ? new Teller(caller.Organisation, "member", _ => false) { IsTheMember = true }
        : Coordinator(caller);
}
