using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Learning.Browser.Tests.Drivers;

// One server and one demo member: what one test does to it the next one sees.
[assembly: AssemblyFixture(typeof(House))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Learning.Browser.Tests.Drivers;

/// <summary>One seeded server and one Chromium for all tests. <c>LEARNING_ADDRESS</c> names a server that runs already.</summary>
public sealed class House : IAsyncLifetime
{
    private const int MostWaiting = 54;

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly ServerProcess _server = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _havePlans;
    private readonly Dictionary<string, string> _signedIn = new(StringComparer.Ordinal);
    private IPlaywright? _playwright;

    /// <summary>Where the server is.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The server's database; <c>LEARNING_DATA</c> names the folder of one that runs already.</summary>
    public string Database => Path.Combine(Environment.GetEnvironmentVariable("LEARNING_DATA") ?? _server.DataFolder, "learning.db");

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Address = Environment.GetEnvironmentVariable("LEARNING_ADDRESS") ?? _server.Address;
        if (Address == _server.Address)
        {
            await _server.StartAsync();
        }

        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium(), Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.CloseAsync();
        }

        _playwright?.Dispose();
        await _server.DisposeAsync();
    }

    /// <summary>A new browser window of somebody who is not signed in.</summary>
    /// <param name="language"><c>zh-CN</c> or <c>en-GB</c>.</param>
    /// <param name="width">Width of the window: a phone has 360.</param>
    /// <param name="isDark">Whether the system is dark.</param>
    /// <param name="hasWorker">Whether the service worker may run. What it fetches is not seen in the page's own traffic.</param>
    public async Task<IPage> StrangerAsync(string language = "zh-CN", int width = 360, bool isDark = false, bool hasWorker = true) => await NewAsync(language, width, isDark, hasWorker, null);

    /// <summary>A new browser window of somebody who is signed in: <c>member</c>, <c>coordinator</c> or <c>administrator</c>.</summary>
    /// <inheritdoc cref="StrangerAsync" />
    public async Task<IPage> SignedInAsync(string userName, string language = "zh-CN", int width = 360, bool isDark = false, bool hasWorker = true)
    {
        if (!_signedIn.TryGetValue(userName, out var state))
        {
            var page = await StrangerAsync(language);
            await page.SignInAsync(userName);
            _signedIn[userName] = state = await page.Context.StorageStateAsync();
            await page.Context.CloseAsync();
        }

        return await NewAsync(language, width, isDark, hasWorker, state);
    }

    /// <summary>Sees to it that enough plans wait for the coordinator, and that the member has one.</summary>
    public async Task HavePlansAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (_havePlans)
            {
                return;
            }

            var page = await SignedInAsync("coordinator", width: 1440);
            for (var turn = 0; turn < 20; turn++)
            {
                await page.GotoAsync("/coordinator");
                if (await page.Locator("[data-row]").CountAsync() >= MostWaiting || await page.Locator("form[action*=Make] button").CountAsync() == 0)
                {
                    break;
                }

                await page.PressAsync("form[action*=Make] button");
            }

            await page.Context.CloseAsync();
            _havePlans = true;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Says that a test has used the waiting plans up.</summary>
    public void PlansAreGone() => _havePlans = false;

    /// <summary>How many records of a verb with a material an account has, by the API.</summary>
    public async Task<int> CountRecordsAsync(string userName, string material, string verb)
    {
        using var client = new HttpClient { BaseAddress = new Uri(Address + "/api/v1/") };
        var tokens = await (await client.PostAsJsonAsync("sign-in", new { userName, password = "learning" })).Content.ReadFromJsonAsync<JsonElement>();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("accessToken").GetString());
        var (count, cursor) = (0, "");
        do
        {
            var list = await client.GetFromJsonAsync<JsonElement>($"me/records?limit=100{cursor}");
            count += list.GetProperty("items").EnumerateArray().Count(record => record.GetProperty("material").GetString() == material && record.GetProperty("verb").GetString() == verb);
            cursor = list.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : "";
        }
        while (cursor.Length > 0);
        return count;
    }

    private async Task<IPage> NewAsync(string language, int width, bool isDark, bool hasWorker, string? state)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            Locale = language,
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new ViewportSize { Width = width, Height = width < 700 ? 740 : 900 },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            ServiceWorkers = hasWorker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            StorageState = state,
        });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => Console.Error.WriteLine($"{page.Url}: {error}");
        return page;
    }

    private static string Chromium()
    {
        string[] places = [Environment.GetEnvironmentVariable("CHROMIUM") ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
        return Array.Find(places, File.Exists)
            ?? throw new FileNotFoundException("There is no Chromium. Install it (apt-get install -y chromium fonts-noto-cjk), or let CHROMIUM name one.");
    }
}
