using Learning.Server.SignIn;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Learning.Server.Reference;

/// <summary>What the document says about the whole.</summary>
internal sealed class DocumentFacts : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Learning",
            Version = ReferenceServices.Document,
            Description = "Materials in, a tailored and dated study plan out. 导入学习材料，得到量身定制、有日期的学习计划。",
        };

        // The same document wherever it is served.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Schemes.Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "The accessToken of POST /api/v1/sign-in.",
            },
        };
        return Task.CompletedTask;
    }
}
