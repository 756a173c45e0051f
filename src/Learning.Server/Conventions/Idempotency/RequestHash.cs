using System.Security.Cryptography;
using System.Text;

namespace Learning.Server.Conventions.Idempotency;

/// <summary>What was asked, in 32 bytes. The body can be read again afterwards.</summary>
internal static class RequestHash
{
    private const int KeptInMemory = 64 * 1024;

    public static async Task<byte[]> OfAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        request.EnableBuffering(KeptInMemory);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.QueryString.Value}\n"));
        var buffer = new byte[KeptInMemory];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}
