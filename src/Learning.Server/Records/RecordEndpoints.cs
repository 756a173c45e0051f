using Learning.Server.Conventions;

namespace Learning.Server.Records;

/// <summary>What happened.</summary>
internal static class RecordEndpoints
{
    public static void MapRecords(this IEndpointRouteBuilder api)
    {
        var signedIn = api.MapRoom("", "Records");
        SendRecords.Map(signedIn);
        ListMyRecords.Map(signedIn);
        MyHours.Map(signedIn);
        MemberHours.Map(api.MapRoom("", "Records").ForCoordinators());
    }
}
