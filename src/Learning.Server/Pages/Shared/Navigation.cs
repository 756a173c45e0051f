using Learning.Server.SignIn;

namespace Learning.Server.Pages.Shared;

/// <summary>Where somebody can go: what the role may see, and nothing else.</summary>
internal static class Navigation
{
    private static readonly (string Key, string To, string Icon)[] Learning =
    [
        ("today", "/", "today"), ("plan", "/plan", "plan"), ("search", "/search", "search"), ("me", "/me", "me"),
    ];

    private static readonly (string Key, string To, string Icon)[] Coordinating =
    [
        ("c-review", "/coordinator", "review"), ("c-members", "/coordinator/members", "me"), ("c-materials", "/coordinator/materials", "materials"),
        ("c-rules", "/coordinator/rules", "rules"), ("c-figures", "/coordinator/figures", "figures"),
    ];

    private static readonly (string Key, string To, string Icon)[] Administering = [("c-models", "/coordinator/models", "models")];

    /// <summary>The links for a caller, in order.</summary>
    public static IEnumerable<(string Key, string To, string Icon)> For(Caller caller) =>
    [
        .. caller.MemberId is null ? [] : Learning,
        .. caller.IsCoordinator || caller.IsAdministrator ? Coordinating : [],
        .. caller.IsAdministrator ? Administering : [],
    ];
}
