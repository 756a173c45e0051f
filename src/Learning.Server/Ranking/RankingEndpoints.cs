using Learning.Server.Conventions;

namespace Learning.Server.Ranking;

/// <summary>What suits a member, and why.</summary>
internal static class RankingEndpoints
{
    public static void MapRanking(this IEndpointRouteBuilder api)
    {
        var signedIn = api.MapRoom("", "Ranking");
        Recommend.Map(signedIn);
        WhyNotRecommended.Map(signedIn);
        DescribeAlgorithm.Map(api.MapGroup("").WithTags("Ranking").AllowAnonymous());
    }
}
