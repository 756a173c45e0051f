using Learning.Materials;
using Learning.Members;
using Learning.Plans;

namespace Learning.Tests.Plans;

public class SlotCalendarTests
{
    private static readonly DateOnly Monday = PlanGen.Monday;

    [Fact]
    public void A_weekly_slot_comes_back_every_week_and_the_modes_with_it()
    {
        var slots = SlotCalendar.Expand(Monday, 3, [new Slot(DayOfWeek.Wednesday, new TimeOnly(10, 0), 30, [Mode.Listen])], []);
        Assert.Equal([Monday.AddDays(2), Monday.AddDays(9), Monday.AddDays(16)], slots.Select(slot => slot.Date));
        Assert.All(slots, slot => Assert.True(slot.Allows(Mode.Listen) && !slot.Allows(Mode.Read)));
    }

    [Fact]
    public void An_exception_replaces_the_days_slots()
    {
        var instead = new DaySlot(new TimeOnly(19, 0), 20, [Mode.Listen]);
        var slots = SlotCalendar.Expand(Monday, 2, [new Slot(DayOfWeek.Monday, new TimeOnly(10, 0), 30, [])], [new SlotException(Monday, [instead]), SlotException.DayOff(Monday.AddDays(7))]);
        
        var slot = Assert.Single(slots);
        Assert.Equal((Monday, new TimeOnly(19, 0), 20), (slot.Date, slot.Start, slot.Minutes));
        Assert.Equal([Mode.Listen], slot.Modes);
    }

    [Fact]
    public void A_slot_without_modes_is_for_anything_but_attending()
    {
        var slot = new DatedSlot(Monday, new TimeOnly(10, 0), 30, []);
        Assert.True(slot.Allows(Mode.Read) && slot.Allows(Mode.Listen) && slot.Allows(Mode.Practise));
        Assert.False(slot.Allows(Mode.Attend));
    }
}
