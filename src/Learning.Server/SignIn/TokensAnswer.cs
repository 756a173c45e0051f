namespace Learning.Server.SignIn;

/// <summary>What a program needs to act for somebody.</summary>
/// <param name="AccessToken">Goes into the header <c>Authorization: Bearer …</c>.</param>
/// <param name="RefreshToken">Good for one renewal.</param>
/// <param name="ExpiresAt">When the access token ends.</param>
public sealed record TokensAnswer(string AccessToken, string RefreshToken, DateTimeOffset ExpiresAt);
