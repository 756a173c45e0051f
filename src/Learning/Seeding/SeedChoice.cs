using Learning.Materials;
using Learning.Members;

namespace Learning.Seeding;

/// <summary>
/// What a person picks next: the likelihood of a lesson is its weight at that moment among all that are open (multinomial logit; McFadden 1974).
/// The weight knows what was done before, so prerequisites come first and one lesson leads to the next.
/// </summary>
internal sealed class SeedChoice
{
    private const double Asked = 9;
    private const double AskedFirst = 13;
    private const double NextInLine = 3.7;
    private const double SameTopicNow = 2.5;
    private const double SameTopicLately = 1.35;
    private const double KeptForLater = 6;
    private const double LeftOpen = 2.2;
    private const double Fresh = 1.8;
    private const double WrongForTheHour = 0.2;

    private readonly SeedPerson _person;
    private readonly SeedShelf _shelf;
    private readonly double[] _appeal;
    private readonly double[] _weight;
    private readonly int[] _forMe;
    private readonly double _middle;
    private readonly DateOnly?[] _askedSince;
    private readonly DateTimeOffset?[] _doneAt;
    private readonly int[] _leftOpen;
    private readonly bool[] _kept;
    private readonly bool[] _gone;
    private readonly DateOnly _settled;
    private readonly Queue<int> _firstOfAll;
    private readonly HashSet<int> _newcomers;
    private int _latest = -1;
    private int _done;

    public SeedChoice(SeedPerson person, SeedShelf shelf, SeedDays days, SeedAsked asked)
    {
        _person = person;
        _shelf = shelf;
        _appeal = shelf.AppealTo(person, days.Today.Year);
        _weight = [.. _appeal.Select(Math.Exp)];
        _forMe = [.. Enumerable.Range(0, _appeal.Length).Where(lesson => _weight[lesson] > 0)];
        _middle = _forMe.Select(lesson => _appeal[lesson]).DefaultIfEmpty().Average();
        _askedSince = new DateOnly?[_appeal.Length];
        _doneAt = new DateTimeOffset?[_appeal.Length];
        _leftOpen = new int[_appeal.Length];
        _kept = new bool[_appeal.Length];
        _gone = new bool[_appeal.Length];
        _settled = SeedDays.DayOf(person.Member.JoinedAt).AddDays(60);
        _newcomers = [.. shelf.PlacesOf(asked.Newcomers)];
        _firstOfAll = new Queue<int>(person.Demo is null ? [] : _newcomers);
        foreach (var (lesson, since) in asked.Of(person.Group))
        {
            shelf.PlacesOf([lesson]).ForEach(place => _askedSince[place] = since);
        }

        shelf.PlacesOf(person.Demo?.Leaves ?? []).ForEach(place => _gone[place] = true);
    }

    /// <summary>How a lesson's pull stands to the person's middle.</summary>
    public double PullOf(int lesson) => _appeal[lesson] - _middle;

    /// <summary>The lesson picked at a moment; null when there is nothing left.</summary>
    public int? Pick(Chance chance, DateTimeOffset now, Slot? slot, int before)
    {
        var day = SeedDays.DayOf(now);
        if (_firstOfAll.TryPeek(out var first) && IsOpen(first, now, day))
        {
            return _firstOfAll.Dequeue();
        }

        Span<double> weights = stackalloc double[_forMe.Length];
        Span<double> levels = [1, Level(1), Level(2)];
        for (var i = 0; i < weights.Length; i++)
        {
            var lesson = _forMe[i];
            weights[i] = IsOpen(lesson, now, day) ? Weight(lesson, day, before) * levels[(int)_shelf.Lessons[lesson].Level] * OfTheHour(_shelf.Lessons[lesson], slot) : 0;
        }

        return chance.Weighted(weights) is var picked and >= 0 ? _forMe[picked] : null;
    }

    /// <summary>Something on offer that does not draw this person; null when all of it does.</summary>
    public int? Unloved(Chance chance, DateTimeOffset now)
    {
        var day = SeedDays.DayOf(now);
        var unloved = _forMe.Where(lesson => IsOpen(lesson, now, day) && PullOf(lesson) < 0
            && _shelf.Lessons[lesson].Language == _person.Member.Language
            && _askedSince[lesson] is null && !_kept[lesson] && _leftOpen[lesson] == 0).ToList();
        return unloved.Count == 0 ? null : chance.OneOf(unloved);
    }

    /// <summary>Studied to the end.</summary>
    public void Finish(int lesson, DateTimeOffset at)
    {
        _doneAt[lesson] = at;
        _latest = lesson;
        _done++;
    }

    /// <summary>Started and left; nobody starts a third time.</summary>
    public void LeaveOpen(int lesson) => _gone[lesson] = ++_leftOpen[lesson] > 1;

    /// <summary>Not wanted.</summary>
    public void Dismiss(int lesson) => _gone[lesson] = true;

    /// <summary>Keeps one for later; false when it was kept before.</summary>
    public bool Keep(int lesson) => !_kept[lesson] && (_kept[lesson] = true);

    private bool IsOpen(int lesson, DateTimeOffset now, DateOnly day)
    {
        if (_gone[lesson] || _doneAt[lesson] is not null || !_shelf.IsOffered(lesson, day))
        {
            return false;
        }

        foreach (var before in _shelf.Prerequisites[lesson])
        {
            if (!(_doneAt[before] < now))
            {
                return false;
            }
        }

        return true;
    }

    private double Weight(int lesson, DateOnly day, int before)
    {
        var weight = _weight[lesson] * _shelf.Season(lesson, day.Month);
        weight *= day >= _askedSince[lesson] ? Asked : 1;
        weight *= day < _settled && _newcomers.Contains(lesson) ? AskedFirst : 1;
        weight *= _shelf.Prerequisites[lesson].Length > 0 ? NextInLine : 1;
        weight *= before >= 0 && _shelf.ShareTopic(before, lesson) ? SameTopicNow : 1;
        weight *= before < 0 && _latest >= 0 && _shelf.ShareTopic(_latest, lesson) ? SameTopicLately : 1;
        weight *= _kept[lesson] ? KeptForLater : 1;
        weight *= _leftOpen[lesson] > 0 ? LeftOpen : 1;
        return weight * (day < _shelf.Lessons[lesson].From.AddDays(45) ? Fresh : 1);
    }

    // What presumes much is left alone at first and less so later.
    private double Level(int level) => Math.Exp(level * ((0.05 * Math.Min(_done, 12)) - 0.5));

    private static double OfTheHour(SeedLesson lesson, Slot? slot)
    {
        if (slot is null || lesson.Mode == Mode.Attend)
        {
            return 1;
        }

        var fits = lesson.Minutes <= slot.Minutes ? 1 : (double)slot.Minutes / lesson.Minutes;
        return fits * (slot.Modes.Count > 0 && !slot.Modes.Contains(lesson.Mode) ? WrongForTheHour : 1);
    }
}
