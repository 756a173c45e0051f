using Learning.Server.Conventions;

namespace Learning.Server.SignIn;

/// <summary>Signing in and out.</summary>
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
    }
}
