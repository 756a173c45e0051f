#!/usr/bin/env dotnet
#:project ../src/Learning/Learning.csproj
#:package ScottPlot
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// All recommenders on one set, side by side: nDCG@10 with its 95 % interval. Draws notebooks/out/recommenders-NAME.png.
// Run it: dotnet run notebooks/02-recommenders-side-by-side.cs [FOLDER of a set in RecBole's atomic files]

using Learning;
using Learning.Evaluation.Recommending;

var folder = args.Length > 0 ? args[0] : DataFolder.Find("data/golden/recommend");
var set = RecommendSet.Read(folder);
var report = new RecommendEvaluation(set, null).Run("all", CancellationToken.None);

Console.WriteLine($"{report.Set}: {report.Size.People} people, {report.Size.Items} items, {report.Size.Pairs} pairs; {report.Situation}{(args.Length == 0 ? " (synthetic)" : "")}");
var models = report.Models.OrderBy(model => model.Ndcg).ToList();
foreach (var model in Enumerable.Reverse(models))
    Console.WriteLine(FormattableString.Invariant($"  {model.Ndcg:0.000} ({model.NdcgLow:0.000}–{model.NdcgHigh:0.000})  {model.Name}"));
Console.WriteLine($"default: {report.Chosen}; without history: {report.ChosenWithoutHistory}");

var plot = new ScottPlot.Plot();
var bars = models.Select((model, place) => new ScottPlot.Bar
{
    Position = place,
    Value = model.Ndcg,
    Error = (model.NdcgHigh - model.NdcgLow) / 2,
    Orientation = ScottPlot.Orientation.Horizontal,
    FillColor = model.Name.StartsWith("default", StringComparison.Ordinal) ? ScottPlot.Colors.DarkGreen : ScottPlot.Colors.SteelBlue,
}).ToList();
plot.Add.Bars(bars).Horizontal = true;
plot.Axes.Left.SetTicks([.. models.Select((_, place) => (double)place)], [.. models.Select(model => model.Name)]);
plot.Axes.Left.MinimumSize = 220;
plot.Title($"nDCG@10 on {report.Set}, with 95 % intervals");
plot.Axes.SetLimitsX(0, models.Max(model => model.NdcgHigh) * 1.05);

var root = Path.GetFullPath(Path.Combine(DataFolder.Find("data/seed/materials"), "..", "..", ".."));
var picture = Path.Combine(Directory.CreateDirectory(Path.Combine(root, "notebooks", "out")).FullName, $"recommenders-{report.Set}.png");
plot.SavePng(picture, 900, 80 + (26 * models.Count));
Console.WriteLine(picture);
