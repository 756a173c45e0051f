using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Mathematics.OutlierDetection;

namespace Learning.Benchmarks;

/// <summary>Every call is measured by itself, because people feel the slow ones: median and 99th percentile of 300 calls (none left out as an outlier), and what they allocate.</summary>
internal sealed class SingleCalls : ManualConfig
{
    public SingleCalls()
    {
        AddJob(Job.Default.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(30), logOutput: true)).WithInvocationCount(1).WithUnrollFactor(1).WithWarmupCount(50).WithIterationCount(300).WithEvaluateOverhead(false).WithOutlierMode(OutlierMode.DontRemove));
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumn(new Percentile(50), new Percentile(99));
    }

    private sealed class Percentile(int percent) : IColumn
    {
        public string Id => ColumnName;

        public string ColumnName => $"p{percent} ms";

        public bool AlwaysShow => true;

        public ColumnCategory Category => ColumnCategory.Statistics;

        public int PriorityInCategory => percent;

        public bool IsNumeric => true;

        public UnitType UnitType => UnitType.Time;

        public string Legend => $"{percent} of 100 calls take at most so long";

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
            summary[benchmarkCase]?.ResultStatistics?.Percentiles.Percentile(percent) is { } nanoseconds ? (nanoseconds / 1e6).ToString("0.000", CultureInfo.InvariantCulture) : "-";

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

        public bool IsAvailable(Summary summary) => true;
    }
}
