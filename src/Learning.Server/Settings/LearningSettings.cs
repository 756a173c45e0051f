using System.ComponentModel.DataAnnotations;

namespace Learning.Server.Settings;

/// <summary>The settings under <c>Learning</c> that the process itself reads. The engine's rooms have their own below it.</summary>
public sealed class LearningSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Learning";

    /// <summary>Which database: <c>Sqlite</c>.</summary>
    [OneOf("Sqlite")]
    public string Database { get; set; } = "Sqlite";

    /// <summary>Which index: <c>Embedded</c>.</summary>
    [OneOf("Embedded")]
    public string Index { get; set; } = "Embedded";

    /// <summary>Which language model: <c>None</c> or <c>OpenAI</c>; what it needs stands below, see <see cref="Learning.Plans.Words.Models.LanguageModelOptions"/>.</summary>
    [OneOf("None", "OpenAI")]
    public string LanguageModel { get; set; } = "None";

    /// <summary>Whether the demo accounts exist. Left out: in Development. They need Development and loopback addresses; the server refuses to start with them anywhere else.</summary>
    public bool? Demo { get; set; }

    /// <summary>Addresses of proxies whose <c>X-Forwarded-*</c> headers are believed. Empty: nobody's.</summary>
    public List<string> Proxies { get; set; } = [];
}

/// <summary>How much one caller may ask and send.</summary>
public sealed class LimitSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Learning:Limits";

    /// <summary>Calls of one account in a minute.</summary>
    [Range(1, 1_000_000)]
    public int CallsPerMinute { get; set; } = 12_000;

    /// <summary>Attempts to sign in from one address in a minute.</summary>
    [Range(1, 100_000)]
    public int SignInsPerMinute { get; set; } = 120;

    /// <summary>Megabytes of a request's body.</summary>
    [Range(1, 1_000)]
    public int BodyMegabytes { get; set; } = 1;
}
