using Learning.Data;
using Learning.Indexing;
using Learning.Materials;
using Learning.Members;
using Learning.Records;
using Learning.Rules;
using Microsoft.EntityFrameworkCore;

namespace Learning.Candidates;

/// <summary>Reads all that recommending and planning for a member may look at. With personalisation off it leaves the person out here, so that nothing later can look.</summary>
public sealed class RequestReader(
    LearningDbContext db, Catalogue catalogue, StatisticsKeeper statistics, RulePacks rules, MaterialSearch search, TimeProvider time)
{
    /// <summary>Reads the request of a member.</summary>
    /// <param name="memberId">The member.</param>
    /// <param name="language">Language in which the answer is read; null: the member's own, which off mode replaces by Chinese.</param>
    /// <param name="query">Asked words; null or blank when nothing was asked.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BrokenRule">There is no such member.</exception>
    public async Task<MemberRequest> ReadAsync(Guid memberId, string? language, string? query, CancellationToken cancellationToken)
    {
        var member = await db.Members.AsNoTracking().Include(candidate => candidate.Groups).FirstOrDefaultAsync(candidate => candidate.Id == memberId, cancellationToken)
            ?? throw new BrokenRule("member-unknown", $"There is no member {memberId}.", "Use an id from GET /members.", BrokenRuleKind.NotFound);
        var materials = await catalogue.CurrentAsync(db, cancellationToken);
        var history = await History.ReadAsync(db, memberId, materials, cancellationToken);
        var now = time.GetUtcNow();
        var today = LocalDay.Of(now, member.TimeZone);
        var groups = await GroupRequirementsAsync(member, today, cancellationToken);
        var packs = PackRequirements(member, today, materials, member.Personalised);
        var reading = language ?? (member.Personalised ? member.Language : "zh");
        query = string.IsNullOrWhiteSpace(query) ? null : query.Trim();
        var request = new CandidateRequest
        {
            Catalogue = materials,
            Now = now,
            Today = today,
            Organisation = member.Organisation,
            Language = reading,
            Person = member.Personalised ? new Person(AgeBand.Of(member.AgeIn(today.Year))?.Id, member.OccupationCode, member.Tags, history) { Slots = member.Slots } : null,
            Required = member.Personalised ? [.. packs, .. groups] : packs,
            Query = query,
            Statistics = await statistics.CurrentAsync(db, cancellationToken),
            VectorOf = search.VectorOf,
            Answers = query is null ? new Dictionary<Guid, double>() : await search.AnswersAsync(db, query, member.Organisation, today, cancellationToken),
        };
        await search.CatchUpAsync(db, cancellationToken);
        return new MemberRequest(member, history, request, [.. PackRequirements(member, today, materials, personal: true), .. groups]);
    }

    private List<Requirement> PackRequirements(Member member, DateOnly today, CatalogueSnapshot materials, bool personal) =>
    [
        .. from pack in rules.For(member, today)
           where personal || (pack.AppliesTo.Occupations.Count == 0 && pack.AppliesTo.AgeBands.Count == 0)
           from required in pack.Required
           let id = materials.ByKey.GetValueOrDefault((member.Organisation, required.Key))
           where id != Guid.Empty
           select new Requirement(id, required.Due, pack.Title.En, pack.Title.Zh),
    ];

    private async Task<List<Requirement>> GroupRequirementsAsync(Member member, DateOnly today, CancellationToken cancellationToken)
    {
        var groups = await db.Groups.AsNoTracking().Where(group => group.Organisation == member.Organisation).ToDictionaryAsync(group => group.Id, cancellationToken);
        var requirements = new List<Requirement>();
        foreach (var membership in member.Groups.Where(membership => membership.From <= today && (membership.Until is null || today <= membership.Until)))
        {
            for (var group = groups.GetValueOrDefault(membership.GroupId); group is not null; group = group.ParentId is { } parent ? groups.GetValueOrDefault(parent) : null)
            {
                requirements.AddRange(group.Requirements.Select(requirement => new Requirement(requirement.Material, requirement.Due, group.NameEn, group.NameZh)));
            }
        }

        return requirements;
    }
}

/// <summary>A member and what recommending may look at.</summary>
/// <param name="Member">The member, for what is no recommending: slots, hours, exemptions.</param>
/// <param name="History">What the member did, for hours and for what is done; not for recommending when personalisation is off.</param>
/// <param name="Request">What recommending may look at.</param>
/// <param name="Duties">All that rule packs and groups ask of the member. A duty stands whatever is chosen about personalisation.</param>
public sealed record MemberRequest(Member Member, History History, CandidateRequest Request, IReadOnlyList<Requirement> Duties);
