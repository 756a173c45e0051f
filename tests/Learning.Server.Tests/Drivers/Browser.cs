using System.Net;
using System.Text.RegularExpressions;
using Learning.Server.SignIn;

namespace Learning.Server.Tests.Drivers;

/// <summary>A browser without script: keeps cookies, asks for HTML in Chinese, and sends the forms of pages.</summary>
internal sealed partial class Browser(LearningApplication app) : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private HttpClient? _made;

    private HttpClient Client => _made ??= Make();

    /// <summary>Keeps a cookie, as a script of a page does.</summary>
    public void Keep(string name, string value) => _cookies.Add(app.ClientOptions.BaseAddress, new Cookie(name, value, "/"));

    /// <summary>Signs in on the page.</summary>
    public static async Task<Browser> SignedInAsync(LearningApplication app, string userName)
    {
        var browser = new Browser(app);
        var answer = await browser.PostAsync("/sign-in", ("UserName", userName), ("Password", DemoAccounts.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        return browser;
    }

    /// <summary>Where an open form leads.</summary>
    public async Task<string?> LedToAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await Client.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken);
        return answer.StatusCode == HttpStatusCode.Redirect ? answer.Headers.Location!.OriginalString : null;
    }

    public async Task<(HttpStatusCode Status, string Text)> GetAsync(string path)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The word with which a page shows that it sent a form.</summary>
    public async Task<string> TokenAsync(string page) => Token().Match((await GetAsync(page)).Text).Groups["token"].Value;

    /// <summary>Sends a form as its page does.</summary>
    public async Task<(HttpStatusCode Status, string Text)> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var token = await TokenAsync(path.Split('?')[0]);
        return await SendAsync(path, new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]));
    }

    /// <summary>Sends a form with a file.</summary>
    public async Task<(HttpStatusCode Status, string Text)> UploadAsync(string path, string field, string fileName, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await TokenAsync(path.Split('?')[0])), "__RequestVerificationToken" }, { new ByteArrayContent(content), field, fileName } };
        return await SendAsync(path, form);
    }

    /// <summary>Sends anything.</summary>
    public async Task<(HttpStatusCode Status, string Text)> SendAsync(string path, HttpContent content, string? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.ExpectContinue = true;
        if (header is not null)
        {
            request.Headers.Add("X-Form", header);
        }

        using var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => _made?.Dispose();

    private HttpClient Make()
    {
        // The factory's own client follows where it is led over real HTTP.
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = app.ClientOptions.BaseAddress };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh");
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
