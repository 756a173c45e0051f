using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Learning.Server.Plans;

namespace Learning.Server.Pages.Member;

/// <summary>A plan as iCalendar (RFC 5545). An event keeps its id when it moves, so that calendars move it too.</summary>
internal static class CalendarFile
{
    public const string Kind = "text/calendar; charset=utf-8";

    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan; null gives an empty calendar.</param>
    /// <param name="timeZone">IANA zone of its times.</param>
    /// <param name="name">What the calendar is called.</param>
    /// <param name="host">Address of this server.</param>
    public static string Of(PlanView? plan, string timeZone, string name, string host)
    {
        var calendar = new Calendar { ProductId = "-//Learning//Plan//" };
        calendar.AddProperty("X-WR-CALNAME", name);
        foreach (var item in plan?.Items ?? [])
        {
            var start = new CalDateTime(item.Date.Year, item.Date.Month, item.Date.Day, item.Start.Hour, item.Start.Minute, 0, timeZone);
            calendar.Events.Add(new CalendarEvent
            {
                Uid = $"{plan!.Id}-{item.Material}@learning",
                Sequence = plan.Version,
                Summary = item.Title,
                Description = item.Reasons.Count > 0 ? item.Reasons[0].Text : "",
                Url = new Uri($"{host}/learn/{item.Material}"),
                Start = start,
                Duration = Duration.FromMinutes(item.Minutes),
            });
        }

        if (calendar.Events.Count > 0)
        {
            calendar.AddTimeZone(timeZone);
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }
}
