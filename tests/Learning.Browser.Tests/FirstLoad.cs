using System.Text.Json;

namespace Learning.Browser.Tests;

/// <summary>What Today costs on a cheap phone: slow 3G (400 kbit/s, 400 ms) and a processor four times slower. Bytes are asserted, times are printed.</summary>
public sealed class FirstLoad(House house)
{
    private const int MostBytesFirst = 100 * 1024;
    private const int MostBytesAgain = 10 * 1024;

    [Fact]
    public async Task Today_is_light_and_lighter_the_second_time()
    {
        // Without the service worker every byte of the page is seen here; with it a second visit asks for the same page and no more.
        var page = await house.SignedInAsync("member", hasWorker: false);
        var session = await page.Context.NewCDPSessionAsync(page);
        long bytes = 0;
        session.Event("Network.loadingFinished").OnEvent += (_, finished) => bytes += (long)finished!.Value.GetProperty("encodedDataLength").GetDouble();
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["offline"] = false, ["latency"] = 400, ["downloadThroughput"] = 400 * 1024 / 8, ["uploadThroughput"] = 400 * 1024 / 8,
        });
        await session.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object>(StringComparer.Ordinal) { ["rate"] = 4 });

        await page.GotoAsync("/");
        var paint = await PaintAsync(page);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var first = bytes;
        bytes = 0;
        await page.GotoAsync("/");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var again = bytes;
        TestContext.Current.TestOutputHelper?.WriteLine($"Today: first {first:N0} bytes, largest contentful paint {paint:N0} ms; again {again:N0} bytes, {await PaintAsync(page):N0} ms");
        Console.Error.WriteLine($"Today: first {first:N0} bytes, largest contentful paint {paint:N0} ms; again {again:N0} bytes, {await PaintAsync(page):N0} ms");

        Assert.InRange(first, 1, MostBytesFirst);
        Assert.InRange(again, 1, MostBytesAgain);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Nothing_is_loaded_from_elsewhere_and_nothing_breaks_the_policy()
    {
        var page = await house.SignedInAsync("member");
        var asked = new List<string>();
        var said = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                said.Add(message.Text);
            }
        };
        foreach (var path in new[] { "/", "/plan", "/search?q=雨", "/me" })
        {
            await page.GotoAsync(path);
        }

        Assert.All(asked, url => Assert.StartsWith(house.Address, url, StringComparison.Ordinal));
        Assert.Empty(said);
        await page.Context.CloseAsync();
    }

    private static async Task<double> PaintAsync(IPage page) => (await page.EvaluateAsync<JsonElement>(
        "() => new Promise(done => { new PerformanceObserver(list => done(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }); setTimeout(() => done(-1), 3000); })")).GetDouble();
}
