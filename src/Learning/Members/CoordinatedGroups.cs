using Learning.Data;
using Microsoft.EntityFrameworkCore;

namespace Learning.Members;

/// <summary>Groups an account looks after.</summary>
public static class CoordinatedGroups
{
    /// <summary>The groups given to an account, and all below them.</summary>
    public static async Task<IReadOnlySet<Guid>> OfAsync(LearningDbContext db, Guid account, string organisation, CancellationToken cancellationToken)
    {
        var given = await db.GroupCoordinators.Where(row => row.AccountId == account).Select(row => row.GroupId).ToListAsync(cancellationToken);
        if (given.Count == 0)
        {
            return new HashSet<Guid>();
        }

        var tree = await db.Groups.Where(group => group.Organisation == organisation).Select(group => new { group.Id, group.ParentId }).ToListAsync(cancellationToken);
        return WithAllBelow(given, tree.Select(group => (group.Id, group.ParentId)));
    }

    /// <summary>Groups and all below them.</summary>
    /// <param name="given">Where to start.</param>
    /// <param name="tree">Every group with the one above it.</param>
    public static IReadOnlySet<Guid> WithAllBelow(IEnumerable<Guid> given, IEnumerable<(Guid Id, Guid? Parent)> tree)
    {
        var below = tree.Where(group => group.Parent is not null).ToLookup(group => group.Parent!.Value, group => group.Id);
        var found = new HashSet<Guid>();
        var open = new Queue<Guid>(given);
        while (open.TryDequeue(out var group))
        {
            if (found.Add(group))
            {
                foreach (var child in below[group])
                {
                    open.Enqueue(child);
                }
            }
        }

        return found;
    }
}
