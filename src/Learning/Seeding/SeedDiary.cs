using Learning.Materials;
using Learning.Members;
using Learning.Records;

namespace Learning.Seeding;

/// <summary>One person's eighteen months: sits down in free hours, picks what draws, finishes most of it, and is asked about it.</summary>
internal sealed class SeedDiary
{
    private readonly SeedPerson _person;
    private readonly SeedShelf _shelf;
    private readonly SeedDays _days;
    private readonly Chance _chance;
    private readonly SeedChoice _choice;
    private readonly SeedPen _pen;

    public SeedDiary(SeedPerson person, SeedShelf shelf, SeedDays days, SeedAsked asked, long seed)
    {
        _person = person;
        _shelf = shelf;
        _days = days;
        _chance = Chance.Of(seed, "diary", person.Member.Key!);
        _choice = new SeedChoice(person, shelf, days, asked);
        _pen = new SeedPen(person.Member.Id, days, _chance);
    }

    /// <summary>Everything that happened, in the order in which it was written down.</summary>
    public IReadOnlyList<LearningRecord> Write()
    {
        foreach (var (day, slot) in Sittings())
        {
            Sit(day, slot);
        }

        return _pen.Records;
    }

    private List<(DateOnly Day, Slot Slot)> Sittings()
    {
        var (first, last) = _person.Active;
        var days = new SortedSet<DateOnly>();
        for (var tries = 0; days.Count < _person.Sessions && tries < 20 * _person.Sessions; tries++)
        {
            var day = Free(first.AddDays(_chance.Between(0, last.DayNumber - first.DayNumber)));

            // Around the spring festival people are at home or at their busiest; either way few study.
            if (day >= first && day <= last && (day.Month != 2 || _chance.Happens(0.6)))
            {
                days.Add(day);
            }
        }

        return [.. days.Select(day => (day, _chance.OneOf([.. _person.Member.Slots.Where(slot => slot.Day == day.DayOfWeek)])))];
    }

    private DateOnly Free(DateOnly day)
    {
        while (!_person.Member.Slots.Exists(slot => slot.Day == day.DayOfWeek))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private void Sit(DateOnly day, Slot slot)
    {
        var now = SeedDays.At(day, slot.Start).AddSeconds(_chance.Between(10, 400));
        Remark(now);
        now = now.AddSeconds(20);
        var lessons = _person.Demo is not null ? 1 : 1 + _chance.Weighted([0.62, 0.28, 0.1]);
        var end = SeedDays.At(day, slot.Start).AddMinutes(slot.Minutes);
        var before = -1;
        for (var i = 0; i < lessons && now < end; i++)
        {
            if (_choice.Pick(_chance, now, slot, before) is not { } lesson)
            {
                return;
            }

            now = Lesson(lesson).Mode == Mode.Attend ? Attend(lesson, day, now) : Study(lesson, now);
            before = lesson;
        }
    }

    private DateTimeOffset Study(int lesson, DateTimeOffset now)
    {
        _pen.Write(Verb.Started, Lesson(lesson), now);
        var minutes = Lesson(lesson).Minutes;
        if (_person.Demo is null && !_chance.Happens(Odds.Of(1.1 + (0.45 * _choice.PullOf(lesson)) - (0.02 * (minutes - 10)))))
        {
            _choice.LeaveOpen(lesson);
            return now.AddMinutes(minutes * (0.1 + (0.5 * _chance.Share())));
        }

        now = now.AddMinutes(minutes * (0.6 + (0.6 * _chance.Share())));
        _pen.Write(Verb.Completed, Lesson(lesson), now);
        _choice.Finish(lesson, now);
        return _chance.Happens(0.9) ? Recall(lesson, now) : now;
    }

    private DateTimeOffset Recall(int lesson, DateTimeOffset now)
    {
        var questions = Lesson(lesson).Questions;
        var ease = _person.Skill + (0.2 * _choice.PullOf(lesson)) - (0.5 * (int)Lesson(lesson).Level);
        for (var attempt = 0; attempt < 2 && questions > 0; attempt++)
        {
            now = now.AddSeconds(30 + _chance.Between(10, 25 * questions));
            var right = Enumerable.Range(0, questions).Count(_ => _chance.Happens(Odds.Of(ease + attempt)));
            _pen.Write(Verb.Recalled, Lesson(lesson), now, (double)right / questions);
            if ((double)right / questions >= RecordIntake.PassMark || !_chance.Happens(0.6))
            {
                break;
            }
        }

        return now.AddMinutes(1);
    }

    private DateTimeOffset Attend(int lesson, DateOnly day, DateTimeOffset now)
    {
        // Classes are on Saturday mornings; a coordinator confirms who was there.
        var saturday = day.AddDays((DayOfWeek.Saturday - day.DayOfWeek + 7) % 7);
        var end = SeedDays.At(saturday, new TimeOnly(9, 30)).AddMinutes(Lesson(lesson).Minutes + _chance.Between(0, 5));
        if (saturday > _days.Last || end <= now)
        {
            return now;
        }

        var confirmed = _person.Demo is not null || _chance.Happens(0.9);
        _pen.Attended(Lesson(lesson), end, confirmed);
        if (confirmed)
        {
            _choice.Finish(lesson, end);
        }

        return now;
    }

    private SeedLesson Lesson(int place) => _shelf.Lessons[place];

    // Now and then a list is looked through: something is kept for later, something else sent away.
    private void Remark(DateTimeOffset now)
    {
        if (_chance.Happens(0.1) && _choice.Pick(_chance, now, null, -1) is { } liked && _choice.Keep(liked))
        {
            _pen.Write(Verb.Saved, Lesson(liked), now);
        }

        if (_chance.Happens(0.07) && _choice.Unloved(_chance, now) is { } unloved)
        {
            _choice.Dismiss(unloved);
            _pen.Write(Verb.Dismissed, Lesson(unloved), now.AddSeconds(5));
        }
    }
}
