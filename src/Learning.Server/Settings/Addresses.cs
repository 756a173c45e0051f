using System.Net;

namespace Learning.Server.Settings;

/// <summary>Where the server is told to listen.</summary>
internal static class Addresses
{
    /// <summary>Every address in the settings, of all the ways to say it. Empty: none was said.</summary>
    public static IReadOnlyList<string> From(IConfiguration configuration)
    {
        var urls = Parts(configuration["urls"]);
        var ports = Parts(configuration["http_ports"]).Select(port => $"http://*:{port}")
            .Concat(Parts(configuration["https_ports"]).Select(port => $"https://*:{port}"));
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "");
        return [.. urls, .. urls.Length > 0 ? [] : ports, .. endpoints.Where(url => url.Length > 0)];
    }

    /// <summary>Whether only this machine reaches an address.</summary>
    public static bool IsLoopback(string address)
    {
        var host = BindingAddress.Parse(address).Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }

    private static string[] Parts(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
