using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Learning.Server.Starting;

/// <summary>Runs the server, and says in two lines why it does not.</summary>
internal static class ServerRun
{
    private const int Failed = 1;
    private const int RefusedByRule = 3;

    /// <returns>0 stopped as asked, 1 failed, 3 refused by a rule.</returns>
    public static async Task<int> RunOrRefuseAsync(this WebApplication app)
    {
        // Running disposes of the services when it ends.
        var failure = app.Services.GetRequiredService<StartFailure>();
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            await app.RunAsync();
            return await ReportAsync(failure.Problem);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // It was told to stop while it was still starting.
            return await ReportAsync(failure.Problem);
        }
        catch (Exception problem) when (IsRefusal(problem))
        {
            return await ReportAsync(problem);
        }
    }

    private static bool IsRefusal(Exception problem) =>
        problem is BrokenRule or OptionsValidationException
        || (problem is AggregateException several && several.InnerExceptions.All(inner => inner is OptionsValidationException)) || problem is IOException { InnerException: AddressInUseException };

    private static async Task<int> ReportAsync(Exception? problem)
    {
        var (code, text) = problem switch
        {
            null => (0, ""),
            BrokenRule broken => (RefusedByRule, $"{broken.Detail}\n{broken.Hint}"),
            AggregateException several when IsRefusal(several) => (RefusedByRule, $"The settings don't fit.\n{string.Join('\n', several.InnerExceptions.OfType<OptionsValidationException>().SelectMany(options => options.Failures))}"),
            OptionsValidationException options => (RefusedByRule, $"The settings don't fit.\n{string.Join('\n', options.Failures)}"),
            IOException { InnerException: AddressInUseException } busy => (Failed, $"{busy.Message}\nStop the other program, or listen elsewhere with --urls."),
            _ => (Failed, $"The start failed.\n{problem}"),
        };
        if (code != 0)
        {
            await Console.Error.WriteLineAsync(text);
        }

        return code;
    }
}
