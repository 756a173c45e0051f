namespace Learning.Plans.Words.FreeWords;

/// <summary>A piece of what a member said.</summary>
/// <param name="Said">Its words.</param>
internal abstract record Token(string Said);

/// <summary>Days of the week.</summary>
internal sealed record DaysToken(string Said, IReadOnlyList<DayOfWeek> Days, bool Assumed = false) : Token(Said);

/// <summary>A part of the day.</summary>
internal sealed record PartToken(string Said, PartOfDay Part) : Token(Said);

/// <summary>A time of the clock as it was said; which half of the day is for others to find out.</summary>
internal sealed record TimeToken(string Said, int Hour, int Minute, HalfOfDay Half) : Token(Said);

/// <summary>A length.</summary>
internal sealed record LengthToken(string Said, int Minutes) : Token(Said);

/// <summary>A word that joins or bends times.</summary>
internal sealed record JoinToken(string Said, Join Join) : Token(Said);

/// <summary>A wish: the words after "I want to learn".</summary>
internal sealed record WishToken(string Said, string Wish) : Token(Said);

/// <summary>Words that carry nothing here, such as "I am free".</summary>
internal sealed record FillerToken(string Said) : Token(Said);

/// <summary>A sign that nobody knows.</summary>
internal sealed record OtherToken(string Said) : Token(Said);

internal enum Join
{
    To,
    After,
    Before,
    Except,
    Not,
    Stop,
}

internal enum HalfOfDay
{
    NotSaid,
    Morning,
    Afternoon,
}

internal enum PartOfDay
{
    Dawn,
    Morning,
    Noon,
    Afternoon,
    Dusk,
    Evening,
    Night,
}
