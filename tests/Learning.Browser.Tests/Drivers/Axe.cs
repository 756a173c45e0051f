using System.Text.Json;
using Deque.AxeCore.Commons;
using Newtonsoft.Json;

namespace Learning.Browser.Tests.Drivers;

/// <summary>
/// axe-core in the page itself. Deque's <c>RunAxe</c> loads the script twice and opens another page whenever it is asked: seconds a look, of which axe works tenths;
/// so here the script comes with the page and is asked as often as there are looks.
/// </summary>
internal static class Axe
{
    /// <summary>All rules that are on by themselves, and the one of WCAG 2.2 that is not. What passes is not written down: that takes longer than to find what does not.</summary>
    public static AxeRunOptions Options { get; } = new()
    {
        ResultTypes = [ResultType.Violations],
        Rules = new(StringComparer.Ordinal) { ["target-size"] = new RuleOptions { Enabled = true } },
    };

    private const string Run =
        "async options => (await axe.run(document, JSON.parse(options))).violations.map(({ id, nodes }) => ({ rule: id, first: nodes[0].html, count: nodes.length }))";

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Lets axe come with every page that this window opens from now on.</summary>
    public static Task BringAxeAsync(this IPage page) => page.AddInitScriptAsync(Script);

    /// <summary>What there is to mend on the page as it looks now.</summary>
    public static async Task<IReadOnlyList<Violation>> ViolationsAsync(this IPage page)
    {
        // What stands in a frame would need a script of its own.
        Assert.Single(page.Frames);
        var found = await page.EvaluateAsync<JsonElement>(Run, JsonConvert.SerializeObject(Options));
        return [.. found.EnumerateArray().Select(one => new Violation(one.GetProperty("rule").GetString()!, one.GetProperty("first").GetString()!, one.GetProperty("count").GetInt32()))];
    }
}

/// <summary>A rule of axe that is broken.</summary>
/// <param name="Rule">Its name, such as <c>color-contrast</c>.</param>
/// <param name="First">The first part of the page that breaks it.</param>
/// <param name="Count">How many do.</param>
internal sealed record Violation(string Rule, string First, int Count);
