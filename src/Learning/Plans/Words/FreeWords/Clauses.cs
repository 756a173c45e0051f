namespace Learning.Plans.Words.FreeWords;

/// <summary>What a clause says: some days and some windows, or that these are not free.</summary>
/// <param name="Days">The days; empty: not said.</param>
/// <param name="Windows">The windows; empty: not said.</param>
/// <param name="IsNegative">Whether it takes away instead of giving.</param>
/// <param name="Assumed">Whether the days are a guess.</param>
/// <param name="Said">Its words.</param>
internal sealed record Clause(IReadOnlyList<DayOfWeek> Days, IReadOnlyList<Window> Windows, bool IsNegative, bool Assumed, string Said);

/// <summary>Reads the pieces of one clause into days and windows. A new day after a time begins the next group.</summary>
internal sealed class ClauseReader
{
    private readonly List<Clause> _done = [];
    private readonly List<DayOfWeek> _days = [];
    private readonly List<DayOfWeek> _except = [];
    private readonly List<Window> _windows = [];
    private readonly List<PartOfDay> _loose = [];
    private string _said = "";
    private PartOfDay? _part;
    private TimeToken? _time;
    private PartOfDay? _timePart;
    private bool _isTo, _isAfterFirst, _isBeforeFirst, _isExcept, _isNegative, _isGuess;
    private int? _length;
    private (TimeToken Start, TimeToken End)? _bare;

    /// <summary>The groups of a clause. Days that were said before and have no time yet are handed in.</summary>
    public static IReadOnlyList<Clause> Read(IEnumerable<Token> tokens)
    {
        var reader = new ClauseReader();
        foreach (var token in tokens)
        {
            reader.Take(token);
        }

        reader.Flush();
        return reader._done;
    }

    private void Take(Token token)
    {
        switch (token)
        {
            case DaysToken days:
                TakeDays(days);
                break;
            case PartToken part:
                // "7 to 8 in the morning", "八点半晚上": the part may follow its time.
                TakePart(part);
                break;
            case TimeToken time:
                TakeTime(time);
                break;
            case LengthToken length:
                _length = length.Minutes;
                break;
            case JoinToken join:
                TakeJoin(join.Join);
                break;
        }

        _said += token.Said;
    }

    private void TakeDays(DaysToken days)
    {
        if (_isExcept)
        {
            _except.AddRange(days.Days);
            return;
        }

        if (_days.Count > 0 && (_windows.Count > 0 || _time is not null || _loose.Count > 0))
        {
            Flush();
        }

        _days.AddRange(days.Days);
        _isGuess |= days.Assumed;
    }

    private void TakePart(PartToken part)
    {
        if (_isTo && part.Part == PartOfDay.Noon)
        {
            TakeTime(new TimeToken(part.Said, 12, 0, HalfOfDay.Afternoon));
            return;
        }

        _part = part.Part;
        if (_bare is { } bare && char.IsAsciiLetter(part.Said[0]))
        {
            _windows[^1] = Windows.Between(Windows.Start(bare.Start, part.Part), bare.End, null);
            _bare = null;
            return;
        }

        if (char.IsAsciiLetter(part.Said[0]) && _time is not null && _timePart is null && !_isTo)
        {
            _timePart = part.Part;
            return;
        }

        if (!_isTo && _time is null)
        {
            _loose.Add(part.Part);
        }
    }

    private void TakeTime(TimeToken time)
    {
        if (_time is { } start && _isTo)
        {
            var half = start.Half == HalfOfDay.NotSaid && time.Half != HalfOfDay.NotSaid && start.Hour <= 12 && start.Hour < time.Hour ? start with { Half = time.Half } : start;
            _windows.Add(Windows.Between(Windows.Start(half, _timePart), time, _part == _timePart ? null : _part));
            _bare = _timePart is null && half.Half == HalfOfDay.NotSaid && time.Half == HalfOfDay.NotSaid ? (start, time) : null;
            Forget();
            return;
        }

        _bare = null;
        Settle();
        if (_loose.Count > 0)
        {
            _loose.RemoveAt(_loose.Count - 1);
        }

        (_time, _timePart) = (time, _part);
    }

    private void TakeJoin(Join join)
    {
        switch (join)
        {
            case Join.To:
                _isTo = _time is not null;
                break;
            case Join.After when _time is { } time && !char.IsAsciiLetter(LastOf(_said)):
                _windows.Add(Windows.After(Windows.Start(time, _timePart)));
                Forget();
                break;
            case Join.Before when _time is { } time && !char.IsAsciiLetter(LastOf(_said)):
                _windows.Add(Windows.Before(Windows.Start(time, _timePart)));
                Forget();
                break;
            case Join.After:
                Settle();
                _isAfterFirst = true;
                break;
            case Join.Before:
                Settle();
                _isBeforeFirst = true;
                break;
            case Join.Except:
                _isExcept = true;
                break;
            case Join.Not:
                _isNegative = true;
                break;
        }
    }

    private static char LastOf(string said) => said.TrimEnd().LastOrDefault();

    /// <summary>A time that stands alone becomes a window.</summary>
    private void Settle()
    {
        if (_time is { } time)
        {
            var start = Windows.Start(time, _timePart);
            _windows.Add(_isAfterFirst ? Windows.After(start) : _isBeforeFirst ? Windows.Before(start) : Windows.At(start, _length));
        }

        Forget();
    }

    private void Forget() => (_time, _timePart, _isTo, _isAfterFirst, _isBeforeFirst) = (null, null, false, false, false);

    private void Flush()
    {
        Settle();
        _windows.AddRange(_loose.Distinct().Select(part => _length is { } length ? Windows.Of(part) with { To = Windows.Of(part).From + length } : Windows.Of(part)));
        if (_days.Count > 0 || _windows.Count > 0)
        {
            _done.Add(new Clause([.. _days.Except(_except)], [.. _windows], _isNegative, _isGuess, _said.Trim()));
        }

        if (_days.Count == 0 && _except.Count > 0)
        {
            // "Except on Wednesdays" before or without the days it is taken from.
            _done.Add(new Clause([.. _except], [], IsNegative: true, Assumed: false, _said.Trim()));
        }

        _days.Clear();
        _except.Clear();
        _windows.Clear();
        _loose.Clear();
        (_said, _part, _isExcept, _isNegative, _isGuess, _length, _bare) = ("", null, false, false, false, null, null);
    }
}
