using System.ComponentModel.DataAnnotations;

namespace Learning.Reviews.Batch;

/// <summary>When plans are made again by themselves.</summary>
public sealed class RenewalOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Learning:Renewal";

    /// <summary>When the server renews plans: five fields of cron, UTC. Empty: never by itself.</summary>
    [StringLength(100)]
    public string Schedule { get; set; } = "30 19 * * *";

    /// <summary>How many days before a plan ends the next one is made.</summary>
    [Range(0, 60)]
    public int DaysBefore { get; set; } = 3;
}
