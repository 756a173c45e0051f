using System.Globalization;
using System.Net;
using Learning.Server.Errors;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Hostile;

/// <summary>
/// One form of a page, sent what it should not take. The page says by which rule it refuses, in Chinese, runs nothing that was typed,
/// and the database stays as it was.
/// </summary>
internal sealed class PageDoor(LearningApplication app, Browser browser, string path)
{
    /// <summary>Text that would do harm where it ran.</summary>
    public const string Script = "<script>alert(1)</script>'; DROP TABLE Members; --";

    private readonly List<string> _wrong = [];
    private int _tried;

    /// <summary>What no form may be, whatever is in it.</summary>
    public async Task RefusesBadFormsAsync(Browser somebodyElse, bool takesFiles = false)
    {
        var token = await browser.TokenAsync(path.Split('?')[0]);
        await JudgeAsync("no token", 400, "form-stale", () => browser.SendAsync(path, new FormUrlEncodedContent([])));
        await JudgeAsync("a token that is none", 400, "form-stale", () => browser.SendAsync(path, new FormUrlEncodedContent([]), "CfDJ8abc"));
        var theirs = await somebodyElse.TokenAsync("/sign-in");
        await JudgeAsync("the token of somebody else", 400, "form-stale", () => browser.SendAsync(path, new FormUrlEncodedContent([]), theirs));
        await JudgeAsync("very many fields", 400, "form-not-whole", () => browser.SendAsync(path, new FormUrlEncodedContent(Enumerable.Range(0, 2000).Select(number => KeyValuePair.Create($"a{number}", "1"))), token));
        await JudgeAsync("cut off", 400, "form-not-whole", () => browser.SendAsync(path, Typed("--b\r\nContent-Disp", "multipart/form-data; boundary=b"), token));
        await JudgeAsync("NUL", 400, "form-not-whole", () => browser.SendAsync(path, Typed("text=a%00b&reason=%00&said=%00", "application/x-www-form-urlencoded"), token));
        if (!takesFiles)
        {
            await JudgeAsync("huge", 413, "body-too-large", () => browser.SendAsync(path, Typed("text=" + new string('x', 2_000_000), "application/x-www-form-urlencoded")));
        }
    }

    /// <summary>Expects a refusal; what was typed stays in the form.</summary>
    public Task RefusesAsync(string what, int status, string rule, params (string Name, string Value)[] fields) => JudgeAsync(what, status, rule, () => browser.PostAsync(path, fields));

    /// <summary>Expects that a file is refused.</summary>
    public Task RefusesFileAsync(string what, int status, string rule, string field, string name, byte[] content) => JudgeAsync(what, status, rule, () => browser.UploadAsync(path, field, name, content));

    /// <summary>Expects a refusal after which the form still holds what was typed, as text.</summary>
    public async Task KeepsWhatWasTypedAsync(string what, int status, string rule, string typed, params (string Name, string Value)[] fields)
    {
        var answer = await RefusedAsync(what, status, rule, () => browser.PostAsync(path, fields));
        if (!WebUtility.HtmlDecode(answer).Contains(typed, StringComparison.Ordinal))
        {
            _wrong.Add($"{what}: what was typed is lost: {answer}");
        }
    }

    /// <summary>Ends the trial.</summary>
    public void Close()
    {
        Assert.True(_wrong.Count == 0, $"{path}\n{string.Join('\n', _wrong)}");
        Assert.True(_tried >= 10, string.Create(CultureInfo.InvariantCulture, $"{path} was tried with {_tried} inputs only."));
    }

    private Task JudgeAsync(string what, int status, string rule, Func<Task<(HttpStatusCode, string)>> send) => RefusedAsync(what, status, rule, send);

    private async Task<string> RefusedAsync(string what, int status, string rule, Func<Task<(HttpStatusCode, string)>> send)
    {
        _tried++;
        var before = await Everything.DigestAsync(app);
        var (answered, text) = await send();
        var shown = WebUtility.HtmlDecode(text);
        var detail = ProblemTexts.Detail(rule, "zh");
        var told = shown.Contains(rule, StringComparison.Ordinal) || text.Contains($"data-problem=\"{rule}\"", StringComparison.Ordinal) || shown.Contains(ProblemTexts.Title(rule, "zh"), StringComparison.Ordinal) || (detail is not null && shown.Contains(detail, StringComparison.Ordinal));
        if ((int)answered != status || !told)
        {
            _wrong.Add($"{what}: expected {status} {rule}, got {(int)answered} {(text.Contains("<main", StringComparison.Ordinal) ? text[text.IndexOf("<main", StringComparison.Ordinal)..] : text)}");
        }

        if (text.Contains("<script>alert", StringComparison.OrdinalIgnoreCase) || text.Contains("System.", StringComparison.Ordinal))
        {
            _wrong.Add($"{what}: what was sent could run, or tells about the house: {text}");
        }

        var after = await Everything.DigestAsync(app);
        _wrong.AddRange(before.Where(table => after[table.Key] != table.Value).Select(table => $"{what}: {table.Key} has changed."));

        return text;
    }

    private static StringContent Typed(string body, string type)
    {
        var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }
}
