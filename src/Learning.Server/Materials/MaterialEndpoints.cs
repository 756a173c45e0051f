using Learning.Server.Conventions;

namespace Learning.Server.Materials;

/// <summary>What can be learned: everybody reads, coordinators write.</summary>
internal static class MaterialEndpoints
{
    public static void MapMaterials(this IEndpointRouteBuilder api)
    {
        var everybody = api.MapRoom("/materials", "Materials");
        ListMaterials.Map(everybody);
        GetMaterial.Map(everybody);

        var coordinators = api.MapRoom("/materials", "Materials").ForCoordinators();
        CreateMaterial.Map(coordinators);
        ChangeMaterial.Map(coordinators);
        ImportMaterials.Map(coordinators);
        WithdrawMaterial.Map(coordinators);
    }
}
