using Learning.Server.Conventions;
using Learning.Server.SignIn.Accounts;

namespace Learning.Server.SignIn;

/// <summary>Signing in and out, one's own password and sessions, and the accounts of an organisation.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder api)
    {
        var anonymous = api.MapGroup("").WithTags("SignIn").AllowAnonymous().RequireRateLimiting(RateLimits.SignIn)
            .Refuses(StatusCodes.Status401Unauthorized).NotRepeatable();
        SignInWithPassword.Map(anonymous);
        RefreshSession.Map(anonymous);

        var signedIn = api.MapRoom("", "SignIn");
        SignOut.Map(signedIn);

        var me = api.MapRoom("/me", "SignIn");
        ChangeMyPassword.Map(me);
        MySessions.Map(me);

        var administrators = api.MapRoom("/accounts", "SignIn").RequireAuthorization(Policies.Administers).Refuses(StatusCodes.Status403Forbidden);
        ListAccounts.Map(administrators);
        CreateAccount.Map(administrators);
        ChangeGroups.Map(administrators);
        ResetPassword.Map(administrators);
        LockAccount.Map(administrators);
    }
}
