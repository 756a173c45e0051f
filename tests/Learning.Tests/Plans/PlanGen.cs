using CsCheck;
using Learning.Materials;
using Learning.Plans;

namespace Learning.Tests.Plans;

/// <summary>Random problems of every shape: tight and loose, with twins, chains, pins, bans, peak hours and dates.</summary>
internal static class PlanGen
{
    public static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly string[] TopicIds = ["traffic-safety", "law", "health"];

    public static Guid Id(int number) => new(number, 0, 7, [0, 0, 0, 0, 0, 0, 0, 1]);

    public static Gen<PlanProblem> Problem { get; } =
        from seed in Gen.Int[0, int.MaxValue - 1]
        select Of(seed);

    public static PlanProblem Of(int seed) => Make(new Random(seed), seed);

    private static PlanProblem Make(Random random, int seed)
    {
        var weeks = random.Next(1, 5);
        var count = random.Next(0, 16);
        var candidates = Enumerable.Range(0, count).Select(number => Candidate(random, number, count, weeks)).ToArray();
        var problem = new PlanProblem
        {
            From = Monday.AddDays(random.Next(3)),
            Weeks = weeks,
            Slots = [.. Enumerable.Range(0, random.Next(0, 14)).Select(_ => Slot(random, weeks))],
            Candidates = candidates,
            Done = Some(random, count, 0.08),
            Hours = [.. Enumerable.Range(0, random.Next(0, 3)).Select(number => Demand(random, number, weeks))],
            DailyCapMinutes = random.Next(3) == 0 ? null : random.Next(20, 120),
            Forbidden = [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => Forbidden(random, weeks))],
            Pins = [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => new PlanPin(Id(random.Next(count + 1)), Day(random, weeks), random.Next(2) == 0 ? null : Time(random)))],
            Bans = Some(random, count, 0.05),
            Seed = seed,
        };
        return random.Next(3) == 0 ? problem with { Previous = Learning.Plans.Constructing.ConstructivePlanner.Plan(problem with { Candidates = [.. candidates.Where(_ => random.Next(4) > 0)] }) } : problem;
    }

    private static PlanCandidate Candidate(Random random, int number, int count, int weeks) => new()
    {
        Material = Id(number),
        Lesson = Id(random.Next(5) == 0 ? 1000 + random.Next(count) : 1000 + number),
        Utility = random.Next(4) == 0 ? 0 : random.NextDouble(),
        Minutes = random.Next(5, 61),
        Mode = (Mode)random.Next(4),
        CreditHours = random.Next(3) == 0 ? 0 : random.Next(1, 15) / 10m,
        Topics = [.. TopicIds.Where(_ => random.Next(3) == 0)],
        Prerequisites = [.. Enumerable.Range(0, random.Next(4) == 0 ? random.Next(1, 3) : 0).Select(_ => Id(random.Next(count + 1)))],
        ValidFrom = random.Next(6) == 0 ? Day(random, weeks) : null,
        ValidUntil = random.Next(6) == 0 ? Day(random, weeks) : null,
        Required = random.Next(5) == 0,
        Due = random.Next(2) == 0 ? Day(random, weeks + 2) : null,
        Reasons = [new PlanReason("new", 1, new Dictionary<string, string>(StringComparer.Ordinal))],
    };

    private static DatedSlot Slot(Random random, int weeks)
    {
        var start = new TimeOnly(random.Next(6, 23), random.Next(4) * 15);
        var left = (24 * 60) - (start.Hour * 60) - start.Minute;
        return new DatedSlot(Day(random, weeks), start, Math.Min(left, random.Next(1, 9) * 15), random.Next(2) == 0 ? [] : [(Mode)random.Next(4), (Mode)random.Next(4)]);
    }

    private static HoursDemand Demand(Random random, int number, int weeks) => new(
        $"rule-{number}", random.Next(0, 60) / 10m, Day(random, weeks + 2),
        [.. TopicIds.Where(_ => random.Next(3) == 0).Select(topic => new TopicMinimum(topic, random.Next(0, 20) / 10m))]);

    private static ForbiddenTime Forbidden(Random random, int weeks) => new(
        random.Next(2) == 0 ? (DayOfWeek)random.Next(7) : null, random.Next(3) == 0 ? Day(random, weeks) : null, Time(random), Time(random));

    private static DateOnly Day(Random random, int weeks) => Monday.AddDays(random.Next(-2, weeks * 7));

    private static TimeOnly Time(Random random) => new(random.Next(24), random.Next(4) * 15);

    private static HashSet<Guid> Some(Random random, int count, double share) =>
        [.. Enumerable.Range(0, count).SelectMany(number => new[] { Id(number), Id(1000 + number) }).Where(_ => random.NextDouble() < share)];
}
