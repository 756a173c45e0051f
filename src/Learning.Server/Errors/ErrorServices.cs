namespace Learning.Server.Errors;

/// <summary>Makes every refusal a problem that says what, where and how to mend it.</summary>
internal static class ErrorServices
{
    public static IServiceCollection AddErrors(this IServiceCollection services)
    {
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddExceptionHandler<ExceptionProblems>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return services;
    }

    public static WebApplication UseErrors(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        return app;
    }

    /// <summary>Answers for an address that nothing is at, or not for this method or content, before asking who asks: there is nothing to protect.</summary>
    public static WebApplication UseUnknownAddresses(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            switch (context.GetEndpoint())
            {
                case null:
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    return Task.CompletedTask;

                // Routing's own answers (405, 415) say nothing about themselves.
                case { Metadata.Count: 0, RequestDelegate: { } answer }:
                    return answer(context);
                default:
                    return next(context);
            }
        });
        return app;
    }
}
