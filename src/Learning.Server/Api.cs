using Learning.Server.SignIn;

namespace Learning.Server;

/// <summary>The API: a line per room, in path order.</summary>
internal static class Api
{
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapSignIn();
    }
}
