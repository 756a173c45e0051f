using Learning.Candidates;
using Learning.Materials;
using Learning.Ranking;
using Learning.Rules;

namespace Learning.Plans;

/// <summary>Writes down, for a member, the problem a planner solves: ranked candidates, duties, hours asked, slots, wishes.</summary>
internal static class ProblemOfMember
{
    /// <summary>As many candidates as a plan of half a year can hold, and the choice a planner needs.</summary>
    private const int MostCandidates = 200;

    public static PlanProblem Of(MemberRequest asked, IReadOnlyList<RankingTrace> ranked, IReadOnlyList<HoursAsked> hours, DateOnly from, int weeks, DateOnly until, PlanWishes wishes, PlanDraft? previous, bool recalls)
    {
        var duties = asked.Duties.GroupBy(duty => duty.Material).ToDictionary(same => same.Key, same => same.MinBy(duty => duty.Due ?? DateOnly.MaxValue)!);
        var chosen = WithWhatComesFirst(asked, ranked, [.. duties.Keys, .. wishes.Pins.Select(pin => pin.Material), .. previous?.Items.Select(item => item.Material) ?? []]);
        var context = new RankingContext(asked.Request);
        return new PlanProblem
        {
            From = from,
            Weeks = weeks,
            Slots = [.. SlotCalendar.Expand(from, weeks, asked.Member.Slots, asked.Member.SlotExceptions).Where(slot => slot.Date <= until)],
            Candidates =
            [
                .. chosen.Select(trace => Candidate(trace, asked, duties, context)),
                .. recalls ? RecallCandidates.Of(asked, chosen.Select(trace => Math.Max(0, trace.Score)).DefaultIfEmpty(1).Max(), from, until, weeks) : [],
            ],
            Done = new HashSet<Guid>(asked.History.Done.Keys.Concat(asked.History.LessonsDone)),
            Hours = [.. hours.Where(line => !line.Exempt && line.Missing > 0).Select(line => new HoursDemand(line.Pack.Id, line.Missing, line.Period.Last, line.TopicsMissing))],
            DailyCapMinutes = Math.Min(asked.Member.DailyCapMinutes, wishes.Terms.DailyCapMinutes ?? int.MaxValue),
            Forbidden = [.. SlotCalendar.Forbid(asked.Member.QuietTimes), .. wishes.Terms.Forbidden],
            Pins = [.. wishes.Pins.Where(pin => pin.Date >= from).Select(pin => new PlanPin(pin.Material, pin.Date, pin.Start))],
            Bans = wishes.Bans.ToHashSet(),
            Previous = previous,
        };
    }

    /// <summary>The highest ranked, whatever is a duty, pinned or planned before, and the prerequisites of all of them.</summary>
    private static List<RankingTrace> WithWhatComesFirst(MemberRequest asked, IReadOnlyList<RankingTrace> ranked, Guid[] wanted)
    {
        var byId = ranked.ToDictionary(trace => trace.Material.Id);
        var chosen = new Dictionary<Guid, RankingTrace>();
        var waiting = new Queue<Guid>(ranked.Take(MostCandidates).Select(trace => trace.Material.Id).Concat(wanted));
        while (waiting.TryDequeue(out var id))
        {
            if (byId.TryGetValue(id, out var trace) && chosen.TryAdd(id, trace))
            {
                foreach (var prerequisite in asked.Request.Catalogue.PrerequisitesOf(trace.Material))
                {
                    waiting.Enqueue(prerequisite);
                }
            }
        }

        return [.. chosen.Values.OrderByDescending(trace => trace.Score).ThenBy(trace => trace.Material.Id)];
    }

    private static PlanCandidate Candidate(RankingTrace trace, MemberRequest asked, Dictionary<Guid, Requirement> duties, RankingContext context)
    {
        var material = trace.Material;
        return new PlanCandidate
        {
            Material = material.Id,
            Lesson = material.Lesson,
            Utility = Math.Max(0, trace.Score),
            Minutes = material.Minutes,
            Mode = material.Mode,
            CreditHours = material.CreditHours,
            Topics = material.Topics,
            Prerequisites = [.. asked.Request.Catalogue.PrerequisitesOf(material)],
            ValidFrom = material.ValidFrom,
            ValidUntil = material.ValidUntil,
            Required = duties.ContainsKey(material.Id),
            Due = duties.GetValueOrDefault(material.Id)?.Due,
            Reasons = [.. Reasons.Of(trace, context).Select(reason => new PlanReason(reason.Kind, reason.Weight, reason.Values))],
        };
    }
}
