using System.Text.RegularExpressions;
using Learning.Members;
using Learning.Server.SignIn;

namespace Learning.Server.Pages;

/// <summary>The zone in which a reader's times are written: where the member lives; for who looks after others, where the browser is, as its script says in a cookie.</summary>
internal static partial class ReadersZone
{
    public const string Cookie = "learning-zone";

    /// <summary>IANA name of the zone.</summary>
    public static string Of(HttpContext context) =>
        context.RequestServices.GetRequiredService<Caller>().TimeZone
        ?? (context.Request.Cookies[Cookie] is { } said && Name().IsMatch(said) && LocalDay.IsKnown(said) ? said : LocalDay.Usual);

    // A name is looked up as a file below the folder of zones: what a cookie says must be no path out of it.
    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_+-]{0,40}(/[A-Za-z][A-Za-z0-9_+-]{0,40}){0,2}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
