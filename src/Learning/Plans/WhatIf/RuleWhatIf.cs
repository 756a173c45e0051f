using Learning.Candidates;
using Learning.Data;
using Learning.Materials;
using Learning.Members;
using Learning.Plans.Solving;
using Learning.Records;
using Learning.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Plans.WhatIf;

/// <summary>
/// Plans a member under the rules in force, plans that plan again under these and under those with one pack more or other, and says whose plans differ: what need not
/// move stays in both, as it would in life. Who is asked the same by both has the same problem, and a planner is a function of its problem: these are not planned at all.
/// Nothing is kept.
/// </summary>
public static class RuleWhatIf
{
    /// <summary>Compares.</summary>
    /// <param name="scopes">Makes the services of one member's turn.</param>
    /// <param name="pack">The pack; it takes the place of the one of its id.</param>
    /// <param name="from">First day of the plans; null: tomorrow.</param>
    /// <param name="weeks">Weeks they cover.</param>
    /// <param name="progress">Told after each member how many are done.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<WhatIfReport> RunAsync(IServiceScopeFactory scopes, RulePack pack, DateOnly? from, int weeks, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (time, rules) = (services.GetRequiredService<TimeProvider>(), services.GetRequiredService<RulePacks>());
        var began = time.GetTimestamp();
        var day = from ?? LocalDay.Of(time.GetUtcNow(), LocalDay.Usual).AddDays(1);
        var members = await services.GetRequiredService<LearningDbContext>().Members.AsNoTracking().OrderBy(member => member.Id).ToListAsync(cancellationToken);
        var others = rules.With(pack);
        var (done, asked, changed) = (0, 0, new WhatIfMember?[members.Count]);
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, members.Count, atOnce, async (place, turn) =>
        {
            await using var own = scopes.CreateAsyncScope();
            if (await IsAskedOtherwiseAsync(own.ServiceProvider, members[place], rules, others, day, turn))
            {
                Interlocked.Increment(ref asked);
                changed[place] = await DifferenceAsync(members[place], own.ServiceProvider, rules, others, day, weeks, turn);
            }

            progress?.Report(Interlocked.Increment(ref done));
        });
        return new WhatIfReport(pack.Id, rules.Find(pack.Id) is not null, day, weeks, members.Count, asked, [.. changed.OfType<WhatIfMember>()], Math.Round(time.GetElapsedTime(began).TotalSeconds, 2));
    }

    /// <summary>How the plans of a member differ under two sets of rules; null when they do not.</summary>
    internal static async Task<WhatIfMember?> DifferenceAsync(Member member, IServiceProvider services, RulePacks rules, RulePacks others, DateOnly day, int weeks, CancellationToken cancellationToken)
    {
        var (db, before, after) = (services.GetRequiredService<LearningDbContext>(), Planner(services, rules), Planner(services, others));
        var followed = await before.DraftAsync(member.Id, day, weeks, PlanWishes.None, SolverEffort.Brisk, followed: null, cancellationToken);
        return Difference(member, await AgainAsync(followed, db, before, cancellationToken), await AgainAsync(followed, db, after, cancellationToken));
    }

    /// <summary>The product's own planner, under other rules.</summary>
    private static PlanDrafting Planner(IServiceProvider services, RulePacks rules) =>
        ActivatorUtilities.CreateInstance<PlanDrafting>(services, ActivatorUtilities.CreateInstance<RequestReader>(services, rules), rules);

    /// <summary>A plan as planning it again would leave it; the plan itself stays as it is.</summary>
    private static async Task<StoredPlan> AgainAsync(StoredPlan plan, LearningDbContext db, PlanDrafting planner, CancellationToken cancellationToken)
    {
        var copy = new StoredPlan
        {
            Id = plan.Id, MemberId = plan.MemberId, From = plan.From, Weeks = plan.Weeks, Until = plan.Until, CreatedAt = plan.CreatedAt, Model = plan.Model, Items = [.. plan.Items],
        };
        await planner.RedraftAsync(copy, PlanWishes.None, cancellationToken);

        // Planning again marks the plan as changed; here it was never to be kept.
        db.ChangeTracker.Clear();
        return copy;
    }

    /// <summary>How two plans of a member differ; null when they hold the same lessons at the same times.</summary>
    private static WhatIfMember? Difference(Member member, StoredPlan before, StoredPlan after)
    {
        var old = before.Items.ToDictionary(item => item.Material, item => (item.Date, item.Start));
        var other = after.Items.ToDictionary(item => item.Material, item => (item.Date, item.Start));
        var (added, removed) = (other.Keys.Except(old.Keys).Count(), old.Keys.Except(other.Keys).Count());
        var moved = old.Count(item => other.TryGetValue(item.Key, out var place) && place != item.Value);
        return added + removed + moved == 0
            ? null
            : new WhatIfMember(member.Id, member.Key, added, removed, moved, before.Items.Sum(item => item.Hours), after.Items.Sum(item => item.Hours), after.Unmet.Count(unmet => unmet.Kind != UnmetKinds.HoursAfterPlan));
    }

    private static async Task<bool> IsAskedOtherwiseAsync(IServiceProvider services, Member member, RulePacks rules, RulePacks others, DateOnly day, CancellationToken cancellationToken)
    {
        var today = LocalDay.Of(services.GetRequiredService<TimeProvider>().GetUtcNow(), member.TimeZone);
        if (Materials(rules, member, today) != Materials(others, member, today))
        {
            return true;
        }

        // Only who is under a pack that asks for hours can be asked for other hours; the history of everybody else is not read.
        if (rules.For(member, day).Concat(others.For(member, day)).All(pack => pack.Hours is null) || Outline(rules, member, day) == Outline(others, member, day))
        {
            return false;
        }

        var db = services.GetRequiredService<LearningDbContext>();
        var catalogue = await services.GetRequiredService<Catalogue>().CurrentAsync(db, cancellationToken);
        var history = await History.ReadAsync(db, member.Id, catalogue, cancellationToken);
        return Demands(HoursAsked.Of(rules, member, history, catalogue, day)) != Demands(HoursAsked.Of(others, member, history, catalogue, day));
    }

    private static string Materials(RulePacks rules, Member member, DateOnly day) =>
        string.Join('|', rules.For(member, day).SelectMany(pack => pack.Required.Select(required => $"{required.Key} {required.Due:yyyy-MM-dd} {pack.AppliesTo.Occupations.Count + pack.AppliesTo.AgeBands.Count == 0}")).Order(StringComparer.Ordinal));

    private static string Outline(RulePacks rules, Member member, DateOnly day) => string.Join('|', rules.For(member, day).Where(pack => pack.Hours is not null).Select(pack => FormattableString.Invariant(
        $"{pack.Id} {pack.Hours!.Target} {pack.Hours.Period} {pack.ExemptionOf(member, day) is null} {string.Join(',', pack.Topics.Select(topic => FormattableString.Invariant($"{topic.Topic}={topic.Hours}")))}")));

    private static string Demands(IReadOnlyList<HoursAsked> asked) => string.Join('|', asked.Where(line => !line.Exempt && line.Missing > 0).Select(line => FormattableString.Invariant(
        $"{line.Missing} {line.Period.Last:yyyy-MM-dd} {string.Join(',', line.TopicsMissing.Select(topic => FormattableString.Invariant($"{topic.Topic}={topic.Hours}")))}")));
}
