using Learning.Plans;

namespace Learning.Evaluation.Planning;

/// <summary>Puts one invented problem together.</summary>
internal sealed class InstanceMaker(Random random, int items, int weeks)
{
    private static readonly string[] TopicIds = ["traffic-safety", "law", "health", "finance", "digital", "service", "first-aid", "language"];
    private readonly List<DatedSlot> slots = [];
    private readonly List<PlanCandidate> candidates = [];
    private readonly List<ForbiddenTime> forbidden = [];
    private readonly List<HoursDemand> hours = [];
    private int? cap;

    private DateOnly From => PlanInstances.Monday;

    /// <summary>The same evenings every week, of two lengths, a week in ten otherwise.</summary>
    public InstanceMaker Evenings(int perWeek, int shortest, int longest)
    {
        var days = Enumerable.Range(0, 7).ToArray();
        random.Shuffle(days);
        int[] lengths = [Five(shortest, longest), Five(shortest, longest)];
        var pattern = days.Take(perWeek).Order().Select((day, index) => (Day: day, Start: new TimeOnly(19 + random.Next(2), 15 * random.Next(4)), Minutes: lengths[index % 2])).ToArray();
        for (var week = 0; week < weeks; week++)
        {
            foreach (var (day, start, minutes) in pattern)
            {
                if (random.Next(25) == 0) continue;
                slots.Add(new DatedSlot(From.AddDays((7 * week) + day), start, minutes, []));
            }
        }

        return this;
    }

    /// <summary>Two early, two late, two night shifts, two days free; on the way one can only listen; sleep after a night.</summary>
    public InstanceMaker Shifts()
    {
        var turn = random.Next(8);
        for (var day = 0; day < weeks * 7; day++)
        {
            var date = From.AddDays(day);
            switch ((day + turn) % 8 / 2)
            {
                case 0:
                    slots.Add(new DatedSlot(date, new TimeOnly(5, 30), 25, [Mode.Listen]));
                    slots.Add(new DatedSlot(date, new TimeOnly(17, 0), 45, []));
                    break;
                case 1:
                    slots.Add(new DatedSlot(date, new TimeOnly(10, 0), 40, []));
                    slots.Add(new DatedSlot(date, new TimeOnly(22, 30), 25, [Mode.Listen]));
                    break;
                case 2:
                    slots.Add(new DatedSlot(date, new TimeOnly(8, 0), 120, []));
                    forbidden.Add(new ForbiddenTime(null, date, new TimeOnly(8, 30), new TimeOnly(16, 0)));
                    break;
                default:
                    slots.Add(new DatedSlot(date, new TimeOnly(9, 30), 60, []));
                    slots.Add(new DatedSlot(date, new TimeOnly(15, 0), 30, [Mode.Read, Mode.Practise, Mode.Attend]));
                    break;
            }
        }

        return this;
    }

    /// <summary>Most minutes on a day.</summary>
    public InstanceMaker Cap(int minutes)
    {
        cap = minutes;
        return this;
    }

    /// <summary>The catalogue as a ranker hands it over: a few suit well, many a little; some come after others, some only for a while.</summary>
    public InstanceMaker Candidates(double chained)
    {
        for (var number = 0; number < items; number++)
        {
            var minutes = random.Next(10) < 6 ? random.Next(5, 26) : random.Next(20, 46);
            candidates.Add(new PlanCandidate
            {
                Material = Id(number),
                Lesson = number > 0 && random.Next(25) == 0 ? candidates[random.Next(number)].Lesson : Id(100_000 + number),
                Utility = Math.Round(Math.Pow(random.NextDouble(), 1.5) + (minutes * random.NextDouble() / 60), 4),
                Minutes = minutes,
                Mode = random.Next(10) switch { < 6 => Mode.Read, < 9 => Mode.Listen, _ => Mode.Practise },
                CreditHours = random.Next(10) < 6 ? Math.Max(0.1m, Math.Round(minutes / 45m, 1)) : 0,
                Topics = [TopicIds[random.Next(TopicIds.Length)]],
                Prerequisites = random.NextDouble() < chained ? [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => random.Next(number + 1)).Where(before => before < number).Distinct().Select(Id)] : [],
                ValidFrom = random.Next(20) == 0 ? Day(0.5) : null,
                ValidUntil = random.Next(20) == 0 ? Day(1).AddDays(7) : null,
            });
        }

        return this;
    }

    /// <summary>Some lessons that must be done, each by a day of its own, with whatever comes before them.</summary>
    public InstanceMaker Required(int count)
    {
        for (var required = 0; required < count; required++)
        {
            var index = random.Next(items);
            var free = candidates[index].Prerequisites.Count == 0 && candidates[index].ValidFrom is null && candidates[index].ValidUntil is null && candidates[index].Minutes <= 25;
            if (free) candidates[index] = candidates[index] with { Required = true, Due = From.AddDays(random.Next(Math.Min(14, (weeks * 7) - 1), weeks * 7)) };
        }

        return this;
    }

    /// <summary>Hours as a share of what the time at hand could bring, with a minimum on one topic.</summary>
    public InstanceMaker HoursOfTime(double share)
    {
        var minutes = slots.GroupBy(slot => slot.Date).Sum(day => Math.Min(cap ?? int.MaxValue, day.Sum(slot => slot.Minutes)));
        var credit = Math.Round(Math.Min((decimal)(minutes * share) / 45m * 0.9m, candidates.Sum(candidate => candidate.CreditHours) * (decimal)Math.Max(0.6, share)), 1);
        var topic = TopicIds[random.Next(TopicIds.Length)];
        var onTopic = candidates.Where(candidate => candidate.Topics.Contains(topic, StringComparer.Ordinal)).Sum(candidate => candidate.CreditHours);
        hours.Add(new HoursDemand("yearly-hours", credit, From.AddDays((weeks * 7) - 1 - random.Next(10)), [new TopicMinimum(topic, Math.Round(Math.Min(onTopic, credit) * 0.4m, 1))]));
        return this;
    }

    /// <summary>A required lesson that is longer than any slot.</summary>
    public InstanceMaker TooLong() => Change(random.Next(items), candidate => candidate with { Minutes = 120, Required = true, Due = From.AddDays((weeks * 7) - 1), Prerequisites = [] });

    /// <summary>More required lessons due in the first week than it has time for.</summary>
    public InstanceMaker AllAtOnce(int count)
    {
        for (var number = 0; number < Math.Min(count, items); number++) Change(number, candidate => candidate with { Required = true, Minutes = 20 + random.Next(10), Due = From.AddDays(6), Prerequisites = [], ValidFrom = null, ValidUntil = null });
        return this;
    }

    /// <summary>A required lesson after one that nobody offers.</summary>
    public InstanceMaker WithoutPrerequisite() => Change(random.Next(items), candidate => candidate with { Required = true, Due = From.AddDays(20), Prerequisites = [Id(900_000)] });

    /// <summary>The problem.</summary>
    public PlanProblem Make() => new()
    {
        From = From,
        Weeks = weeks,
        Slots = [.. slots],
        Candidates = [.. candidates],
        Hours = [.. hours],
        DailyCapMinutes = cap,
        Forbidden = [.. forbidden],
        Seed = 1,
    };

    private static Guid Id(int number) => new(number, 0, 7, [0x80, 0, 0, 0, 0, 0, 0, 2]);

    private InstanceMaker Change(int index, Func<PlanCandidate, PlanCandidate> change)
    {
        candidates[index] = change(candidates[index]);
        return this;
    }

    private DateOnly Day(double share) => From.AddDays(random.Next((int)(weeks * 7 * share) + 1));

    private int Five(int least, int most) => least + (5 * random.Next(((most - least) / 5) + 1));
}
