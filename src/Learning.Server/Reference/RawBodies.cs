using System.Text.Json.Nodes;
using Learning.Server.Conventions;
using Microsoft.OpenApi;

namespace Learning.Server.Reference;

/// <summary>Describes bodies that are read as they come.</summary>
internal static class RawBodies
{
    private const string Json = "application/json";

    public static OpenApiRequestBody Of(RawBody raw)
    {
        var content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["multipart/form-data"] = new OpenApiMediaType { Schema = Files() } };
        foreach (var (type, example) in raw.Examples)
        {
            content[type] = type == Json
                ? new OpenApiMediaType { Schema = List(), Example = JsonNode.Parse(example) }
                : new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = JsonValue.Create(example) };
        }

        return new OpenApiRequestBody { Required = true, Content = content };
    }

    private static OpenApiSchema Files() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["files"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
        },
    };

    private static OpenApiSchema List() => new() { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.Object } };
}
