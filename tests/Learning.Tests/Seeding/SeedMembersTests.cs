using Learning.Materials;
using Learning.Members;

namespace Learning.Tests.Seeding;

/// <summary>What the fictional members are like.</summary>
public sealed class SeedMembersTests
{
    private static readonly IReadOnlyList<Member> Members = SeedOnPaper.World.Members;

    [Fact]
    public void There_are_3000_members_with_keys_and_names_of_their_own()
    {
        Assert.Equal(3000, Members.Count);
        Assert.Equal(3000, Members.Select(member => member.Key).Distinct().Count());
        Assert.All(Members, member => Assert.InRange(member.Name.Length, 2, 30));
    }

    [Fact]
    public void Twelve_groups_stand_in_a_tree_of_one_three_and_eight()
    {
        var groups = SeedOnPaper.World.Groups;
        var root = Assert.Single(groups, group => group.ParentId is null);
        var districts = groups.Where(group => group.ParentId == root.Id).ToList();

        Assert.Equal(3, districts.Count);
        Assert.Equal(8, groups.Count(group => districts.Exists(district => district.Id == group.ParentId)));
        Assert.Equal(12, groups.Count);
    }

    [Fact]
    public void Ages_suit_the_occupation()
    {
        double MeanAge(string code) => Members.Where(member => member.OccupationCode == code).Average(member => member.AgeIn(SeedOnPaper.Today.Year)!.Value);

        Assert.InRange(MeanAge("4-10-08-01"), 25, 32);
        Assert.InRange(MeanAge("4-01-06-02"), 22, 29);
        Assert.InRange(MeanAge("4-02-02-02"), 38, 48);
        Assert.InRange(MeanAge(Occupation.Retired), 62, 70);
        Assert.All(Members.Where(member => member.OccupationCode == Occupation.Retired), member => Assert.InRange(member.AgeIn(SeedOnPaper.Today.Year)!.Value, 55, 80));
    }

    [Fact]
    public void One_in_twenty_five_reads_English_and_three_in_a_hundred_want_no_personalisation()
    {
        Assert.InRange(Members.Count(member => member.Language == "en") / 3000.0, 0.03, 0.05);
        Assert.InRange(Members.Count(member => !member.Personalised) / 3000.0, 0.02, 0.04);
    }

    [Fact]
    public void Slots_fit_the_day_and_overlap_neither_each_other_nor_quiet_times() => Assert.All(Members, member =>
    {
        Assert.NotEmpty(member.Slots);
        Assert.InRange(member.DailyCapMinutes, 5, 480);
        Assert.All(member.QuietTimes, quiet => Assert.True(quiet.From < quiet.To));
        foreach (var slot in member.Slots)
        {
            Assert.InRange(slot.Minutes, 5, 480);
            Assert.True(Minutes(slot.Start) + slot.Minutes <= 24 * 60);
            Assert.DoesNotContain(member.Slots, other => !ReferenceEquals(other, slot) && other.Day == slot.Day && Overlap(slot, other.Start, other.Start.AddMinutes(other.Minutes)));
            Assert.DoesNotContain(member.QuietTimes, quiet => (quiet.Day ?? slot.Day) == slot.Day && Overlap(slot, quiet.From, quiet.To));
        }
    });

    [Fact]
    public void Riders_study_in_their_lulls_drivers_listen_while_parked_and_the_retired_come_in_the_morning()
    {
        var riders = Of("4-10-08-01").SelectMany(member => member.Slots).ToList();
        Assert.True(riders.Count(slot => slot.Start.Hour is 9 or 10 or 14 or 15) > 0.9 * riders.Count);
        Assert.All(Of("4-10-08-01"), member => Assert.Contains(member.QuietTimes, quiet => quiet.From == new TimeOnly(11, 0) && quiet.To == new TimeOnly(13, 0)));

        var truckers = Of("4-02-02-02").SelectMany(member => member.Slots).ToList();
        Assert.True(truckers.Count(slot => slot.Modes is [Mode.Listen]) > 0.8 * truckers.Count);

        var retired = Of(Occupation.Retired).SelectMany(member => member.Slots).ToList();
        Assert.True(retired.Count(slot => slot.Start.Hour < 12) > 0.6 * retired.Count);
    }

    [Fact]
    public void Everybody_is_in_one_group_at_a_time_and_some_were_transferred()
    {
        var groups = SeedOnPaper.World.Groups.Select(group => group.Id).ToHashSet();
        Assert.All(Members, member =>
        {
            Assert.Single(member.Groups, membership => membership.Until is null);
            Assert.All(member.Groups, membership => Assert.Contains(membership.GroupId, groups));
            Assert.All(member.Groups.Zip(member.Groups.Skip(1)), pair => Assert.Equal(pair.First.Until!.Value.AddDays(1), pair.Second.From));
        });
        Assert.InRange(Members.Count(member => member.Groups.Count > 1), 50, 250);
    }

    [Fact]
    public void Some_of_the_old_ill_and_disabled_are_exempt_as_the_rule_packs_name_it()
    {
        var exemptions = Members.SelectMany(member => member.Exemptions.Select(exemption => (member, exemption.Kind))).ToList();

        Assert.Equal(["disabled", "ill", "old-age"], exemptions.Select(pair => pair.Kind).Distinct().Order());
        Assert.All(exemptions.Where(pair => pair.Kind == "old-age"), pair => Assert.True(pair.member.AgeIn(SeedOnPaper.Today.Year) >= 70));
    }

    private static IEnumerable<Member> Of(string code) => Members.Where(member => member.OccupationCode == code);

    private static int Minutes(TimeOnly time) => (time.Hour * 60) + time.Minute;

    private static bool Overlap(Slot slot, TimeOnly from, TimeOnly to) =>
        Minutes(slot.Start) < Minutes(to) && Minutes(from) < Minutes(slot.Start) + slot.Minutes;
}
