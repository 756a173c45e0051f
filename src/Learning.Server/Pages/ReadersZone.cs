using Learning.Members;
using Learning.Server.SignIn;

namespace Learning.Server.Pages;

/// <summary>The zone in which a reader's times are written: where the member lives; for who looks after others, where the browser is, as its script says in a cookie.</summary>
internal static class ReadersZone
{
    public const string Cookie = "learning-zone";

    /// <summary>IANA name of the zone.</summary>
    public static string Of(HttpContext context) =>
        context.RequestServices.GetRequiredService<Caller>().TimeZone
        ?? (context.Request.Cookies[Cookie] is { } said && LocalDay.IsKnown(said) ? said : LocalDay.Usual);
}
