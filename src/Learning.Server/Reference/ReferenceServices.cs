using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Learning.Server.Reference;

/// <summary>The description of the API, for programs and for people.</summary>
internal static class ReferenceServices
{
    /// <summary>Name of the document; its address is <c>/openapi/v1.json</c>.</summary>
    public const string Document = "v1";

    public static IServiceCollection AddReference(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer<DocumentFacts>();
        options.AddOperationTransformer<OperationFacts>();
        options.AddSchemaTransformer(SchemaFacts.TransformAsync);
    });

    public static void MapReference(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi().AllowAnonymous();
        app.MapScalarApiReference("/docs", (options, context) => options
                .WithTitle("Learning API")
                .DisableDefaultFonts()
                .DisableTelemetry()
                .DisableAgent()
                .DisableMcp()
                .WithNonce(ReferenceHeaders.Allow(context)))
            .AllowAnonymous();
    }
}
