using System.Diagnostics;
using Spectre.Console;

namespace Learning.Cli.Telling;

/// <summary>Shows on standard error how far long work is: a bar on a terminal, now and then a line elsewhere.</summary>
internal sealed class Progressing(IAnsiConsole console, bool redirected, Words words)
{
    /// <summary>Does work and shows its progress.</summary>
    /// <param name="what">Key of the work's name.</param>
    /// <param name="total">How many steps; 0 where nobody knows yet.</param>
    /// <param name="work">The work; it reports how many steps are done.</param>
    public Task<T> WhileAsync<T>(string what, int total, Func<IProgress<int>, Task<T>> work)
    {
        var name = words.Of("progress." + what);
        return redirected || !console.Profile.Capabilities.Interactive
            ? work(new Lines(name, total))
            : console.Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new CountColumn(), new RemainingTimeColumn(), new SpinnerColumn())
                .StartAsync(context =>
                {
                    var task = context.AddTask(Markup.Escape(name), maxValue: Math.Max(total, 1));
                    task.IsIndeterminate = total == 0;
                    return work(new Bar(task));
                });
    }

    private sealed class Bar(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Value = value;
    }

    private sealed class CountColumn : ProgressColumn
    {
        public override Spectre.Console.Rendering.IRenderable Render(Spectre.Console.Rendering.RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.IsIndeterminate ? $"{task.Value:N0}" : $"{task.Value:N0}/{task.MaxValue:N0}");
    }

    /// <summary>A line whenever a further tenth is done, at most one a second; where nobody knows the end, whenever half as much again is. Quick work needs no words.</summary>
    private sealed class Lines(string name, int total) : IProgress<int>
    {
        private const int Tenths = 10;
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private TimeSpan _last;
        private int _told;

        public void Report(int value)
        {
            var step = total == 0 ? Math.Max(1, _told / 2) : Math.Max(1, total / Tenths);
            if (value - _told >= step && _clock.Elapsed - _last >= Pause)
            {
                (_told, _last) = (value, _clock.Elapsed);
                Console.Error.WriteLine(total == 0 ? $"{name}: {value:N0}" : $"{name}: {value:N0}/{total:N0}");
            }
        }
    }
}
