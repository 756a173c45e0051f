using System.Text;
using System.Text.Json.Nodes;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;
using Learning.Tests.Materials;

namespace Learning.Server.Tests.Hostile;

/// <summary>Ten hostile inputs and more at every door of materials.</summary>
public sealed class DoorsOfMaterials(SharedApplication app)
{
    private const string Path = "/api/v1/materials";
    private const string Nobody = "01890000-0000-7000-8000-000000000099";

    [Fact]
    public async Task Adding_a_material()
    {
        var door = await DoorAsync("POST", Path);
        await door.RefusesBadJsonAsync();
        await door.RefusesAsync("nothing in it", 400, "value-missing", "{}");
        await door.RefusesAsync("blank", 400, "fields-invalid", """{"title":" ","text":" "}""");
        await door.RefusesAsync("NUL", 400, "json-value-invalid", """{"title":"x","text":"a\u0000"}""");
        await door.RefusesAsync("a bell in the title", 422, "material-text-invalid", """{"title":"x\u0007","text":"y"}""");
        await door.RefusesAsync("another language", 400, "fields-invalid", """{"title":"x","text":"y","language":"fr"}""");
        await door.RefusesAsync("a past date", 422, "material-over", """{"title":"x","text":"y","validUntil":"2020-01-01"}""");
        await door.RefusesAsync("days the wrong way round", 422, "material-validity-invalid", """{"title":"x","text":"y","validFrom":"2099-01-02","validUntil":"2099-01-01"}""");
        await door.RefusesAsync("an age nobody has", 422, "age-band-unknown", """{"title":"x","text":"y","ageBands":["200-300"]}""");
        await door.RefusesAsync("a code that does not exist", 422, "occupation-code-invalid", """{"title":"x","text":"y","occupations":["4-99-99-99"]}""");
        await door.RefusesAsync("itself before itself", 422, "material-prerequisite-invalid", """{"key":"me","title":"x","text":"y","prerequisites":["me"]}""");
        await door.RefusesAsync("an answer that is none", 422, "question-answer-missing", """{"title":"x","text":"y","questions":[{"ask":"?","options":["a","b"],"answer":"c"}]}""");
        await door.RefusesAsync("a duplicate", 409, "material-key-taken", """{"key":"rain","title":"x","text":"y"}""");
        await door.RefusesAsync("hours without end", 400, "fields-invalid", """{"title":"x","text":"y","creditHours":1e20}""");
        await door.TakesAsTextAsync(text => new JsonObject { ["title"] = text, ["text"] = text });
        door.Close();
    }

    [Fact]
    public async Task Changing_a_material()
    {
        (string, string) any = ("If-Match", "*");
        var door = await DoorAsync("PUT", $"{Path}/{app.World.Lesson}");
        await door.RefusesBadJsonAsync(null, any);
        await door.RefusesAsync("no version", 428, "if-match-required", """{"title":"x","text":"y"}""");
        await door.RefusesAsync("an old version", 412, "if-match-stale", """{"title":"x","text":"y"}""", null, "application/json", ("If-Match", "\"999\""));
        await door.RefusesAsync("another key", 422, "material-key-fixed", """{"key":"other","title":"x","text":"y"}""", null, "application/json", any);
        await door.RefusesAsync("none", 404, "material-unknown", """{"title":"x","text":"y"}""", $"{Path}/{Nobody}", "application/json", any);
        await door.RefusesAsync("no id", 400, "value-not-read", """{"title":"x","text":"y"}""", $"{Path}/rain", "application/json", any);
        door.Close();
    }

    [Fact]
    public async Task Searching_and_reading()
    {
        var door = await DoorAsync("GET", Path);
        foreach (var (query, rule) in new[]
                 {
                     ("limit=0", "fields-invalid"), ("limit=101", "fields-invalid"), ("limit=-5", "fields-invalid"), ("limit=x", "value-not-read"), ("limit=99999999999", "value-not-read"),
                     ("cursor=x", "cursor-invalid"), ("cursor=AgAAAAAAAAAAAAAAAAAAAAA", "cursor-invalid"), ("language=fr", "fields-invalid"), ("q=" + new string('x', 501), "fields-invalid"),
                     ("topic=" + new string('x', 101), "fields-invalid"), ("q=%00", "nul-in-address"),
                 })
        {
            await door.RefusesAsync(query, 400, rule, null, $"{Path}?{query}");
        }

        await door.RefusesAsync("none", 404, "material-unknown", null, $"{Path}/{Nobody}");
        await door.RefusesAsync("no id", 400, "value-not-read", null, $"{Path}/..%2f..%2fetc");
        door.Close();
    }

    [Fact]
    public async Task Withdrawing()
    {
        var door = await DoorAsync("POST", $"{Path}/{app.World.Lesson}/withdraw");
        await door.RefusesBadJsonAsync();
        await door.RefusesAsync("no reason", 400, "value-missing", "{}");
        await door.RefusesAsync("a blank reason", 400, "fields-invalid", """{"reason":" "}""");
        await door.RefusesAsync("a reason without end", 400, "fields-invalid", $$"""{"reason":"{{new string('x', 1001)}}"}""");
        await door.RefusesAsync("none", 404, "material-unknown", """{"reason":"x"}""", $"{Path}/{Nobody}/withdraw");
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        var made = await coordinator.SendAsync("POST", Path, """{"title":"to go","text":"soon"}""").JsonAsync(System.Net.HttpStatusCode.Created);
        await door.TakesAsTextAsync(text => new JsonObject { ["reason"] = text }, $"{Path}/{made["id"]}/withdraw");
        await door.RefusesAsync("a duplicate", 409, "material-withdrawn", """{"reason":"x"}""", $"{Path}/{made["id"]}/withdraw");
        door.Close();
    }

    [Fact]
    public async Task Importing()
    {
        var door = await DoorAsync("POST", Path + "/import");
        await door.RefusesAsync("wrong type", 415, "content-type-not-read", "x", null, "application/octet-stream");
        await door.RefusesItemAsync("empty", "file-empty", "", "text/markdown");
        await door.RefusesItemAsync("huge", "file-too-large", new byte[(20 * 1024 * 1024) + 1], "text/markdown");
        await door.RefusesItemAsync("another's organisation", "organisation-not-yours", """[{"title":"x","text":"y","organisation":"somebody-else"}]""");
        await door.RefusesItemAsync("null", "row-broken", "[null]");
        await door.RefusesItemAsync("deep", "file-broken", new string('[', 10_000));
        await door.RefusesItemAsync("a duplicate", "key-repeated", """[{"id":"twice","title":"x","text":"y"},{"id":"twice","title":"x","text":"z"}]""");
        await door.RefusesItemAsync("no such date", "field-invalid", """[{"title":"x","text":"y","validUntil":"2027-02-30"}]""");
        await door.RefusesItemAsync("a code that does not exist", "field-invalid", """[{"title":"x","text":"y","occupations":["4-99-99-99"]}]""");
        foreach (var (what, rule, name, content) in Files())
        {
            await door.RefusesItemAsync(what, rule, FormOf(name, content), "multipart/form-data; boundary=b");
        }

        door.Close();
    }

    private static IEnumerable<(string What, string Rule, string Name, byte[] Content)> Files() =>
    [
        ("a program", "file-not-supported", "tool.exe", [.. "MZ"u8, .. new byte[64]]),
        ("broken UTF-8", "text-encoding", "a.txt", [.. "# a\n中"u8, 0xFF, .. "文"u8]),
        ("a zip bomb", "file-unpacks-too-large", "a.docx", Documents.DocxOf("<w:p/>", ("word/media/zeros.bin", new byte[120 * 1024 * 1024]))),
        ("a PDF without text", "text-missing", "a.pdf", Documents.PdfWithContent(Documents.Flate("q Q"u8.ToArray()))),
        ("a PDF without end", "file-unpacks-too-large", "a.pdf", Documents.PdfWithForms("/F5 Do", "/F6 Do", "/F5 Do")),
        ("a picture with another name", "file-not-supported", "a.png", [0x89, .. "PNG\r\n\u001a\n"u8, .. new byte[64]]),
        ("a path as a name", "file-empty", "../../etc/passwd.md", []),
    ];

    private static byte[] FormOf(string name, byte[] content) =>
        [.. Encoding.UTF8.GetBytes($"--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n"), .. content, .. "\r\n--b--\r\n"u8];

    private async Task<DoorTrial> DoorAsync(string method, string path) => new(await app.SignedInAsync(Roles.Coordinator, "zh"), method, path);
}
