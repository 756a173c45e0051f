using Learning.Data;
using Microsoft.EntityFrameworkCore;

namespace Learning.Members;

/// <summary>Takes a roster in: who is new is added, who is known is changed, and reading the same roster again changes nothing. Each row is answered for itself.</summary>
public sealed class RosterImport(LearningDbContext db, MemberKeeping members)
{
    private const int RowsAtOnce = 500;

    /// <summary>Takes rows in.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="by">Who brings them.</param>
    /// <param name="isMine">Which members that are known already this person looks after; the others are not touched.</param>
    /// <param name="done">Told how many rows are done.</param>
    /// <param name="cancellationToken">Stops it; what was saved before stays.</param>
    /// <returns>One outcome per row, in their order.</returns>
    public async Task<IReadOnlyList<RosterOutcome>> TakeAsync(
        IEnumerable<RosterRow> rows, Teller by, IQueryable<Member> isMine, IProgress<int>? done, CancellationToken cancellationToken)
    {
        var outcomes = new List<RosterOutcome>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chunk in rows.Chunk(RowsAtOnce))
        {
            outcomes.AddRange(await TakeChunkAsync(chunk, by, isMine, seen, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            done?.Report(outcomes.Count);
        }

        return outcomes;
    }

    private async Task<IReadOnlyList<RosterOutcome>> TakeChunkAsync(RosterRow[] rows, Teller by, IQueryable<Member> isMine, HashSet<string> seen, CancellationToken cancellationToken)
    {
        var keys = rows.Select(row => row.Profile?.Key?.Trim()).OfType<string>().ToList();
        var known = await db.Members.Include(member => member.Groups).AsSplitQuery()
            .Where(member => member.Organisation == by.Organisation && keys.Contains(member.Key!))
            .ToDictionaryAsync(member => member.Key!, StringComparer.Ordinal, cancellationToken);
        var mine = await isMine.Where(member => keys.Contains(member.Key!)).Select(member => member.Id).ToHashSetAsync(cancellationToken);
        var outcomes = new List<RosterOutcome>(rows.Length);
        foreach (var row in rows)
        {
            try
            {
                outcomes.Add(row.Problem is null ? await TakeRowAsync(row, by, known, mine, seen, cancellationToken) : new RosterOutcome(row.Line, RosterStatus.Failed, null, row.Problem));
            }
            catch (BrokenRule broken)
            {
                outcomes.Add(new RosterOutcome(row.Line, RosterStatus.Failed, null, Problem.Of(broken)));
            }
        }

        return outcomes;
    }

    private async Task<RosterOutcome> TakeRowAsync(
        RosterRow row, Teller by, Dictionary<string, Member> known, HashSet<Guid> mine, HashSet<string> seen, CancellationToken cancellationToken)
    {
        var key = row.Profile!.Key!.Trim();
        if (!seen.Add(key))
        {
            throw new BrokenRule("roster-row-twice", $"A row before this one is about the same person ('{key}').", "Give each person an own key.");
        }

        if (!known.TryGetValue(key, out var member))
        {
            var added = await members.AddNewAsync(row.Profile, by, cancellationToken);
            return RosterOutcome.Of(row, RosterStatus.Created, added);
        }

        if (!mine.Contains(member.Id))
        {
            throw new BrokenRule("member-key-taken", $"Another member has the key '{key}'.", "Give each person an own key, or ask the coordinator of that member.", BrokenRuleKind.Conflict);
        }

        var changed = await members.ChangeAsync(member, row.Profile, by, cancellationToken);
        return RosterOutcome.Of(row, changed ? RosterStatus.Changed : RosterStatus.Unchanged, member);
    }
}
