namespace Learning;

/// <summary>How a material is studied.</summary>
public enum Mode
{
    /// <summary>On a screen, with eyes free.</summary>
    Read,

    /// <summary>By ear; suits drivers while parked or on the way.</summary>
    Listen,

    /// <summary>By doing something.</summary>
    Practise,

    /// <summary>In a room at a set time.</summary>
    Attend,
}
