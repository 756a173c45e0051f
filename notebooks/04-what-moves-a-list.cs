#!/usr/bin/env dotnet
#:project ../src/Learning/Learning.csproj
#:package ScottPlot
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// What moves a list, and for whom: the weights of the model that ranks, and how good it is for each group of age and occupation.
// Needs a store in which a model was trained (learning seed, then learning train), or names the folder:
//   dotnet run notebooks/04-what-moves-a-list.cs -- [DATA-FOLDER]
// Pictures go to notebooks/out.

using Learning;
using Learning.Data;
using Learning.Ranking.Models;
using Microsoft.Extensions.Options;
using ScottPlot;

var root = Path.GetFullPath(Path.Combine(DataFolder.Find("data/seed"), "..", ".."));
var store = new ModelStore(Options.Create(new DataOptions { DataFolder = args.Length > 0 ? Path.GetFullPath(args[0]) : Path.Combine(root, ".learning") }));
var serving = store.Current().Model;
if ((store.Find(serving) ?? store.All().FirstOrDefault()) is not { } model)
{
    Console.WriteLine("No model was trained here yet: run learning train.");
    return 1;
}

var pictures = Directory.CreateDirectory(Path.Combine(root, "notebooks", "out")).FullName;
Console.WriteLine($"{model.Id} ({model.Kind}), {model.Data.People} people, {model.Data.Lists} lists, {model.Data.Synthetic:P0} of the records synthetic");
Console.WriteLine($"nDCG@10 {model.Scores.Ndcg:0.000} ({model.Scores.Low:0.000} to {model.Scores.High:0.000}); {model.Parent} {model.Scores.Serving:0.000} for the same {model.Scores.People} people");

var weights = model.Weights.OrderBy(weight => Math.Abs(weight.Value)).ToList();
Bars("What moves a list", model.Kind == "linear" ? "points for a value of 1" : "mean size of what it adds", [.. weights.Select(weight => weight.Key)], [("learned", [.. weights.Select(weight => weight.Value)])], "what-moves-a-list.png");

var groups = model.Groups.Where(group => group is { AgeBand: not null, Occupation: not null }).OrderBy(group => group.AgeBand, StringComparer.Ordinal).ThenBy(group => group.Occupation, StringComparer.Ordinal).Reverse().ToList();
Bars(
    "For whom it is good", "nDCG@10", [.. groups.Select(group => $"{group.AgeBand} · {group.Occupation} ({group.People})")],
    [(model.Parent, [.. groups.Select(group => group.Serving)]), (model.Id, [.. groups.Select(group => group.Ndcg)])],
    "for-whom-it-is-good.png");
foreach (var group in groups.OrderBy(group => group.Ndcg))
{
    Console.WriteLine($"  {group.AgeBand,-9} {group.Occupation,-8} {group.People,4} people  {group.Serving:0.000} → {group.Ndcg:0.000}");
}

return 0;

void Bars(string title, string axis, string[] names, (string Name, double[] Values)[] series, string file)
{
    var plot = new Plot();
    var thick = 0.8 / series.Length;
    for (var number = 0; number < series.Length; number++)
    {
        var bars = plot.Add.Bars(series[number].Values.Select((value, place) => new Bar { Position = place + ((number - ((series.Length - 1) / 2.0)) * thick), Value = value, Size = thick, Orientation = Orientation.Horizontal, FillColor = number == 0 && series.Length > 1 ? Colors.LightGray : Colors.SteelBlue }).ToArray());
        bars.LegendText = series[number].Name;
    }

    plot.Axes.Left.SetTicks([.. Enumerable.Range(0, names.Length).Select(place => (double)place)], names);
    plot.Title(title);
    plot.XLabel(axis);
    if (series.Length > 1)
    {
        plot.ShowLegend(Alignment.LowerRight);
    }

    plot.SavePng(Path.Combine(pictures, file), 900, 120 + (26 * names.Length));
    Console.WriteLine(Path.GetRelativePath(root, Path.Combine(pictures, file)));
}
