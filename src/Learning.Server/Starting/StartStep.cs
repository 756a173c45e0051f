namespace Learning.Server.Starting;

/// <summary>A piece of work between starting and being ready, such as seeding or indexing. Steps run one after another in the order in which they were added.</summary>
/// <param name="Name">Lower-case words and hyphens; <c>/health/ready</c> names it while it is not done.</param>
/// <param name="Run">The work, with the services of a scope of its own.</param>
internal sealed record StartStep(string Name, Func<IServiceProvider, CancellationToken, Task> Run);
