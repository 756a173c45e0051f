namespace Learning.Plans.WhatIf;

/// <summary>Whose plans a rule pack would change, before it applies.</summary>
/// <param name="Pack">Id of the pack.</param>
/// <param name="Replaces">Whether it takes the place of one in force.</param>
/// <param name="From">First day of the plans that were compared.</param>
/// <param name="Weeks">Weeks they cover.</param>
/// <param name="Members">Members there are.</param>
/// <param name="Asked">Members of whom the rules would ask something else; nobody else's plan can change.</param>
/// <param name="Changed">Members whose plans change, in the order of their ids.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record WhatIfReport(string Pack, bool Replaces, DateOnly From, int Weeks, int Members, int Asked, IReadOnlyList<WhatIfMember> Changed, double Seconds);

/// <summary>A member whose plan changes.</summary>
/// <param name="Member">The member.</param>
/// <param name="Key">The member's key in the roster.</param>
/// <param name="Added">Lessons that come.</param>
/// <param name="Removed">Lessons that go.</param>
/// <param name="Moved">Lessons that move.</param>
/// <param name="HoursBefore">Credit hours planned before.</param>
/// <param name="HoursAfter">Credit hours planned after.</param>
/// <param name="UnmetAfter">Things asked that find no place after.</param>
public sealed record WhatIfMember(Guid Member, string? Key, int Added, int Removed, int Moved, decimal HoursBefore, decimal HoursAfter, int UnmetAfter);
