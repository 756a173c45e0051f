using System.Security.Cryptography;

namespace Learning.Server.Reference;

/// <summary>The reference page runs its script from this server and talks to nobody else.</summary>
internal static class ReferenceHeaders
{
    private const int NonceBytes = 16;

    /// <summary>Lets the page's own script run.</summary>
    /// <returns>The word that the page's script carries.</returns>
    public static string Allow(HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";
        return nonce;
    }
}
