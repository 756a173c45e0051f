using Learning.Benchmarks;

if (args is ["doors"])
{
    await Doors.RunAsync();
    return;
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
