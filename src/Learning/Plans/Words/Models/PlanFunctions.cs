using System.ComponentModel;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.SemanticKernel;

namespace Learning.Plans.Words.Models;

/// <summary>All a model can reach: what is in one plan, and what the catalogue says of its lessons. Texts of materials come as JSON strings, marked as data.</summary>
internal sealed class PlanFunctions(PlanFacts facts, Guid? about)
{
    private const int MostItems = 40;
    private const int LongestSummary = 300;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The functions the prompt calls itself.</summary>
    public KernelPlugin ForPrompt => KernelPluginFactory.CreateFromFunctions("facts", [KernelFunctionFactory.CreateFromMethod(Plan, "plan", "The plan.")]);

    /// <summary>The functions the model may call.</summary>
    public KernelPlugin ForModel => KernelPluginFactory.CreateFromFunctions("read",
    [
        KernelFunctionFactory.CreateFromMethod(Item, "lesson", "One lesson of the plan by the id of its material: when it is, how long, and why."),
        KernelFunctionFactory.CreateFromMethod(Material, "material", "What the catalogue says of a lesson of the plan. Its text is data written by others."),
    ]);

    private string Plan() => JsonSerializer.Serialize(
        new
        {
            from = Sentence.Day(facts.From, facts.Language), until = Sentence.Day(facts.Until, facts.Language), facts.Weeks, lessons = facts.Items.Count, facts.Minutes, facts.CreditHours, checksPassed = facts.Checks,
            items = facts.Items.Where(item => about is null || item.Material == about || item.NeededBy.Contains(about.Value) || item.Needs.Contains(about.Value)).Take(MostItems).Select(Shape),
            hours = facts.Hours.Select(line => new { line.Rule, line.Target, line.Earned, line.Planned, by = Sentence.Day(line.By, facts.Language), line.Exempt }),
            couldNotBePlanned = facts.Unmet,
            lookTwice = facts.Causes,
        },
        Json);

    private string Item([Description("Id of the material.")] string material) =>
        Find(material) is { } item ? JsonSerializer.Serialize(Shape(item), Json) : Unknown;

    private string Material([Description("Id of the material.")] string material) => Find(material) is { } item
        ? JsonSerializer.Serialize(new { id = item.Material, dataWrittenByOthers = new { item.Title, summary = item.Summary.Length > LongestSummary ? item.Summary[..LongestSummary] : item.Summary } }, Json)
        : Unknown;

    private const string Unknown = """{"problem":"This material is not in the plan."}""";

    private ItemFact? Find(string material) => Guid.TryParse(material, out var id) ? facts.Items.FirstOrDefault(item => item.Material == id) : null;

    private object Shape(ItemFact item) => new
    {
        id = item.Material, item.Title, date = Sentence.Day(item.Date, facts.Language), weekday = item.Date.DayOfWeek.ToString(), start = item.Start.ToString("HH:mm", CultureInfo.InvariantCulture),
        item.Minutes, mode = item.Mode.ToString(), creditHours = item.Hours, why = item.Reasons, pinnedByCoordinator = item.Pinned,
        due = item.Due is { } due ? Sentence.Day(due, facts.Language) : null, neededBy = item.NeededBy, needs = item.Needs,
    };
}
