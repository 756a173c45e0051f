using System.ComponentModel.DataAnnotations;

namespace Learning.Retraining;

/// <summary>How and when the ranker learns.</summary>
public sealed class RetrainingOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Learning:Retraining";

    /// <summary>When the server trains: five fields of cron, UTC. Empty: never by itself.</summary>
    [StringLength(100)]
    public string Schedule { get; set; } = "30 18 * * *";

    /// <summary>Whether a model that passed the gate waits until an administrator promotes it.</summary>
    public bool WaitForAdministrator { get; set; }

    /// <summary>How many models are kept.</summary>
    [Range(2, 1000)]
    public int Keep { get; set; } = 10;

    /// <summary>Within how many days after a list something finished counts as its outcome; also how long the time is that a model is judged on.</summary>
    [Range(1, 365)]
    public int HorizonDays { get; set; } = 30;

    /// <summary>How many horizons back are trained on.</summary>
    [Range(2, 60)]
    public int Horizons { get; set; } = 6;

    /// <summary>Most people who are trained on, chosen by a hash of their ids.</summary>
    [Range(10, 10_000_000)]
    public int MostPeople { get; set; } = 20_000;

    /// <summary>Most people who are judged on.</summary>
    [Range(10, 1_000_000)]
    public int MostJudged { get; set; } = 5_000;

    /// <summary>Fewest people with an outcome in the time that is judged on; with fewer nothing is trained.</summary>
    [Range(10, 1_000_000)]
    public int FewestPeople { get; set; } = 200;

    /// <summary>Most lists of one person, the latest: nobody moves the model alone.</summary>
    [Range(1, 1000)]
    public int ListsPerPerson { get; set; } = 12;

    /// <summary>Most outcomes of one list.</summary>
    [Range(1, 1000)]
    public int OutcomesPerList { get; set; } = 8;

    /// <summary>Most lines of a list that had no outcome, chosen by a hash.</summary>
    [Range(5, 10_000)]
    public int OthersPerList { get; set; } = 30;

    /// <summary>From so many logged lists with an outcome on, lists are no longer made from records.</summary>
    [Range(0, 10_000_000)]
    public int LoggedEnough { get; set; } = 5_000;

    /// <summary>Groups of fewer people in the judged time are looked at only as part of their age band and of their occupation.</summary>
    [Range(5, 1_000_000)]
    public int SmallestGroup { get; set; } = 20;
}
