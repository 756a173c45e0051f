#!/usr/bin/env dotnet
#:project ../src/Learning/Learning.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// What is in the seed: how many lessons, in which languages, on which topics, for whom, how long.
// Run it: dotnet run notebooks/01-look-at-the-data.cs

using Learning;
using Learning.Materials;

var folder = DataFolder.Find("data/seed/materials");
var lessons = MaterialFolder.Walk(folder).SelectMany(item => item.Results).Select(result => result.Material).OfType<ReadMaterial>().ToList();

Console.WriteLine($"{lessons.Count} lessons (synthetic, of a fictional organisation)");
Table("language", lessons.GroupBy(lesson => lesson.Language));
Table("main topic", lessons.GroupBy(lesson => lesson.Topics[0]));
Table("mode", lessons.GroupBy(lesson => lesson.Mode.ToString()));
Table("for", lessons.GroupBy(lesson => lesson.Occupations.Count == 0 ? "everybody" : "some occupations"));

var minutes = lessons.Select(lesson => lesson.Minutes).Order().ToList();
Console.WriteLine($"minutes: {minutes[0]} to {minutes[^1]}, median {minutes[minutes.Count / 2]}");
Console.WriteLine($"characters: {lessons.Min(lesson => lesson.Text.Length)} to {lessons.Max(lesson => lesson.Text.Length)}");
Console.WriteLine($"questions: {lessons.Sum(lesson => lesson.Questions.Count)}");
Console.WriteLine($"credit hours in all: {lessons.Sum(lesson => lesson.CreditHours)}");

static void Table(string title, IEnumerable<IGrouping<string, ReadMaterial>> groups)
{
    Console.WriteLine($"\n{title}");
    foreach (var group in groups.OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
    {
        Console.WriteLine($"  {group.Count(),4}  {group.Key}");
    }
}
