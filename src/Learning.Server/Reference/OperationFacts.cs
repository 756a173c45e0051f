using System.Text.Json;
using System.Text.Json.Nodes;
using Learning.Server.Conventions;
using Learning.Server.Conventions.Idempotency;
using Learning.Server.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Learning.Server.Reference;

/// <summary>What each call says from its own metadata: who may, what it can be sent with, an example.</summary>
internal sealed class OperationFacts(IOptions<JsonOptions> json) : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (!metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Schemes.Bearer, context.Document)] = [] }];
        }

        if (context.Description.HttpMethod == HttpMethods.Post && RepeatedRequests.AppliesTo(metadata))
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = RepeatedRequests.Header,
                In = ParameterLocation.Header,
                Description = "Chosen by the caller. The same request with the same key within 24 hours gets the same answer and acts once.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 200 },
                Example = JsonValue.Create("0198c2f0-7d5a-7a3e-9d8e-5b1f6a4c2e10"),
            });
        }

        if (metadata.OfType<NeedsMatch>().Any())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "If-Match",
                In = ParameterLocation.Header,
                Required = true,
                Description = "The ETag with which it was read.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Example = JsonValue.Create("\"3\""),
            });
        }

        if (metadata.OfType<RawBody>().FirstOrDefault() is { } raw)
        {
            operation.RequestBody = RawBodies.Of(raw);
        }

        if (metadata.OfType<RequestExample>().FirstOrDefault() is { } example && operation.RequestBody?.Content is { } content)
        {
            foreach (var body in content.Values.OfType<OpenApiMediaType>())
            {
                body.Example = JsonSerializer.SerializeToNode(example.Value, json.Value.SerializerOptions);
            }
        }

        return Task.CompletedTask;
    }
}
