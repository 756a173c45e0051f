using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Learning.Server.Conventions.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Learning.Server.Reference;

/// <summary>What the serializer's schema does not know: formats of times, and what a problem carries besides the standard.</summary>
internal static class SchemaFacts
{
    public static Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(string) && schema.Type is null)
        {
            schema.Type = JsonSchemaType.String;
        }
        else if (schema.Type?.HasFlag(JsonSchemaType.Array) == true && schema.Items is null)
        {
            // The serializer's schema knows nothing of items that a converter reads: texts, and what is a text or an object.
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String };
        }
        else if (type == typeof(TimeOnly))
        {
            schema.Type = JsonSchemaType.String;
            schema.Format = "time";
            schema.Examples = [JsonValue.Create("10:00")];
        }
        else if (IsTextOrObject(type))
        {
            schema.Description = $"{schema.Description} Either a text or an object.".Trim();
        }
        else if (type == typeof(ProblemDetails))
        {
            schema.Description = "What is wrong, where, and how to mend it (RFC 9457). In Chinese or English, by Accept-Language.";
            schema.Properties ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
            schema.Properties["rule"] = Text("Name of the broken rule; the last part of type.");
            schema.Properties["hint"] = Text("How to mend it.");
            schema.Properties["traceId"] = Text("Tell it when you report a fault.");
            schema.Properties["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "Field to messages, where fields are meant.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            };
        }

        return Task.CompletedTask;
    }

    private static bool IsTextOrObject(Type type) =>
        type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType?.BaseType is { IsGenericType: true } converter
        && converter.GetGenericTypeDefinition() == typeof(TextOrObject<,>);

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
