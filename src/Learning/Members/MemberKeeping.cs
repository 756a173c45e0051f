using Learning.Data;
using Learning.Members.Occupations;
using Microsoft.EntityFrameworkCore;

namespace Learning.Members;

/// <summary>Keeps what is told about members. Nothing is saved here: the caller saves once, when all is said.</summary>
public sealed class MemberKeeping(LearningDbContext db, OccupationMatcher occupations, TimeProvider time)
{
    private Dictionary<string, Group>? _groups;

    /// <summary>Adds a member.</summary>
    /// <param name="profile">What is told.</param>
    /// <param name="by">Who tells it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BrokenRule">The profile breaks a rule, a group is not the teller's, or the key is taken.</exception>
    public async Task<Member> AddAsync(MemberProfile profile, Teller by, CancellationToken cancellationToken)
    {
        await RequireFreeKeyAsync(profile.Key, by, cancellationToken);
        return await AddNewAsync(profile, by, cancellationToken);
    }

    /// <summary>Changes a member, who was read with all memberships.</summary>
    /// <returns>Whether anything is different now.</returns>
    /// <exception cref="BrokenRule">The profile breaks a rule, or the teller may not decide a part of it. The member is as before.</exception>
    /// <inheritdoc cref="AddAsync" />
    public async Task<bool> ChangeAsync(Member member, MemberProfile profile, Teller by, CancellationToken cancellationToken)
    {
        Check(profile);
        var today = LocalDay.Of(time.GetUtcNow(), profile.TimeZone);
        var wanted = profile.Groups is { } keys ? await WantedAsync(member, keys, by, today, cancellationToken) : null;
        by.RequireToDecideOn(member, profile, today, wanted);
        if (profile.Key is { } key && key.Trim() != member.Key)
        {
            await RequireFreeKeyAsync(profile.Key, by, cancellationToken);
        }

        Fill(member, profile, by, today);
        var moved = wanted is not null && !by.IsTheMember && Transfers.Move(member, wanted, by.Decides, today);
        if (!moved && db.Entry(member).State == EntityState.Unchanged)
        {
            return false;
        }

        member.Version++;
        return true;
    }

    /// <summary>Adds a member whose key is known to be free.</summary>
    internal async Task<Member> AddNewAsync(MemberProfile profile, Teller by, CancellationToken cancellationToken)
    {
        Check(profile);
        var now = time.GetUtcNow();
        var today = LocalDay.Of(now, profile.TimeZone);
        var member = new Member { Id = Guid.CreateVersion7(now), Organisation = by.Organisation, Name = profile.Name.Trim(), JoinedAt = now };
        var wanted = await WantedAsync(member, profile.Groups ?? [], by, today, cancellationToken);
        if (by.NeedsGroup && wanted.Count == 0)
        {
            throw new BrokenRule("group-missing", "The member is in none of your groups, so you could not look after this person.", "Name one of your groups in groups.");
        }

        Fill(member, profile, by, today);
        Transfers.Move(member, wanted, by.Decides, today);
        db.Members.Add(member);
        return member;
    }

    private void Fill(Member member, MemberProfile profile, Teller by, DateOnly today)
    {
        member.Name = profile.Name.Trim();
        member.BirthYear = profile.BirthYear;
        member.OccupationCode = profile.OccupationCode ?? occupations.SureCodeOf(profile.OccupationSaid);
        member.OccupationSaid = profile.OccupationSaid.Trim();
        member.Language = profile.Language;
        member.TimeZone = profile.TimeZone;
        member.DailyCapMinutes = profile.DailyCapMinutes;
        member.Slots = [.. profile.Slots];
        member.SlotExceptions = [.. SlotException.ToCome(profile.SlotExceptions ?? member.SlotExceptions, today)];
        member.QuietTimes = [.. profile.QuietTimes];
        member.Key = profile.Key?.Trim() ?? member.Key;
        member.Exemptions = profile.Exemptions is { } exemptions ? [.. exemptions] : member.Exemptions;
        member.Personalised = profile.Personalised switch
        {
            false => false,
            true when by.IsTheMember => true,
            _ => member.Personalised,
        };
        member.Tags = profile.Tags is { } tags ? Merged(member.Tags, tags, by.Name) : member.Tags;
    }

    // A tag keeps where it first came from.
    private static List<Tag> Merged(List<Tag> before, IReadOnlyList<string> names, string from) =>
        [.. names.Select(name => name.Trim()).Distinct(StringComparer.Ordinal).Select(name => before.Find(tag => tag.Name == name) ?? new Tag(name, from))];

    private async Task<HashSet<Guid>> WantedAsync(Member member, IReadOnlyList<string> keys, Teller by, DateOnly today, CancellationToken cancellationToken)
    {
        _groups ??= await db.Groups.AsNoTracking().Where(group => group.Organisation == by.Organisation).ToDictionaryAsync(group => group.Key, StringComparer.Ordinal, cancellationToken);
        var stays = member.Groups.On(today).Select(membership => membership.GroupId).ToHashSet();
        return [.. keys.Select(key => _groups.TryGetValue(key.Trim(), out var group) && (stays.Contains(group.Id) || by.Decides(group.Id)) ? group.Id : throw GroupUnknown(key))];
    }

    private async Task RequireFreeKeyAsync(string? asked, Teller by, CancellationToken cancellationToken)
    {
        var key = asked?.Trim();
        if (key is not null && await db.Members.AnyAsync(member => member.Organisation == by.Organisation && member.Key == key, cancellationToken))
        {
            throw new BrokenRule("member-key-taken", $"Another member has the key '{key}'.", "Give each person an own key; to change a member, use PUT /members/{id} or import the roster again.", BrokenRuleKind.Conflict)
            {
                Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["key"] = key },
            };
        }
    }

    private static BrokenRule GroupUnknown(string key) => new("group-unknown", $"There is no group '{key}' for you.", "Use the key of one of your groups; GET /groups lists them.")
    {
        Values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["key"] = key, [BrokenRule.Where] = "groups" },
    };

    private void Check(MemberProfile profile)
    {
        if (MemberRules.ProblemOf(profile, LocalDay.Of(time.GetUtcNow(), profile.TimeZone)) is { } problem)
        {
            throw problem.ToBrokenRule();
        }
    }
}
