using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Hostile;

/// <summary>Ten hostile inputs and more at the forms of the pages: refused with the rule, kept as typed, run by nobody, and nothing is changed.</summary>
public sealed class DoorsOfPages : IAsyncLifetime
{
    private const string Nobody = "01890000-0000-7000-8000-000000000099";
    private const string Day = "2027-01-04";
    private static readonly string Long = new('长', 1001);
    private readonly LearningApplication _app = new();
    private Browser _member = null!;
    private Browser _coordinator = null!;

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        (_member, _coordinator) = (await Browser.SignedInAsync(_app, Roles.Member), await Browser.SignedInAsync(_app, Roles.Coordinator));
    }

    public ValueTask DisposeAsync()
    {
        _member.Dispose();
        _coordinator.Dispose();
        return _app.DisposeAsync();
    }

    [Fact]
    public async Task Complaining_and_answering()
    {
        await PlanAsync(_app.World.Member);
        var door = await DoorAsync(_member, "/me/complain");
        await door.RefusesAsync("empty", 422, "reason-missing");
        await door.RefusesAsync("blank", 422, "reason-missing", ("text", " \t\n"));
        await door.KeepsWhatWasTypedAsync("without end", 422, "reason-too-long", Long, ("text", Long));
        await door.KeepsWhatWasTypedAsync("SQL and script", 422, "reason-too-long", PageDoor.Script, ("text", PageDoor.Script + Long));
        door.Close();

        var answer = await DoorAsync(_coordinator, "/coordinator/complaints", needsForm: false);
        Assert.Equal(HttpStatusCode.Redirect, (await _member.PostAsync("/me/complain", ("text", PageDoor.Script))).Status);
        Assert.DoesNotContain("<script>alert", (await _coordinator.GetAsync("/coordinator/complaints")).Text, StringComparison.Ordinal);
        var mine = await PlanOfAsync(_app.World.Member);
        await answer.RefusesBadFormsAsync(_member);
        await answer.RefusesAsync("empty", 422, "reason-missing", ("plan", mine.Id));
        await answer.KeepsWhatWasTypedAsync("without end", 422, "reason-too-long", Long, ("plan", mine.Id), ("text", Long));
        await answer.RefusesAsync("no plan", 404, "plan-unknown", ("text", "x"));
        await answer.RefusesAsync("a plan that is none", 404, "plan-unknown", ("plan", Nobody), ("text", "x"));
        await answer.RefusesAsync("another's plan", 404, "plan-unknown", ("plan", (await PlanAsync(_app.World.Stranger)).Id), ("text", "x"));
        await answer.RefusesAsync("no id", 400, "form-field-not-read", ("plan", PageDoor.Script), ("text", "x"));
        answer.Close();
    }

    [Fact]
    public async Task Free_times_in_own_words_and_in_the_grid()
    {
        var words = await DoorAsync(_member, "/me/hours?handler=Words");
        await words.RefusesAsync("empty", 422, "own-words-invalid");
        await words.RefusesAsync("blank", 422, "own-words-invalid", ("said", "  "));
        await words.KeepsWhatWasTypedAsync("without end", 422, "own-words-invalid", PageDoor.Script, ("said", PageDoor.Script + Long));
        words.Close();
        Assert.DoesNotContain("<script>alert", (await _member.PostAsync("/me/hours?handler=Words", ("said", "周一 " + PageDoor.Script))).Text, StringComparison.Ordinal);

        var door = await DoorAsync(_member, "/me/hours");
        await door.RefusesAsync("a day that is none", 400, "form-field-not-read", Row("x", "10:00", "11:00"));
        await door.RefusesAsync("a day beyond the week", 400, "form-field-not-read", Row("9", "10:00", "11:00"));
        await door.KeepsWhatWasTypedAsync("an end before the start", 422, "slot-invalid", "10:07", Row("Monday", "10:07", "09:00"));
        await door.KeepsWhatWasTypedAsync("SQL and script", 422, "slot-invalid", PageDoor.Script, Row("Monday", PageDoor.Script, "11:00"));
        await door.RefusesAsync("no end", 422, "slot-invalid", Row("Monday", "10:00", ""));
        await door.RefusesAsync("on each other", 422, "slot-invalid", [.. Row("Monday", "10:00", "11:00"), ("days[1]", "Monday"), ("starts[1]", "10:30"), ("ends[1]", "11:30")]);
        await door.KeepsWhatWasTypedAsync("less than nothing", 422, "daily-cap-invalid", "-1", [("cap", "-1"), .. Row("Monday", "10:07", "11:00")[..3]]);
        await door.KeepsWhatWasTypedAsync("no number", 422, "daily-cap-invalid", "ein", [("cap", "ein"), .. Row("Monday", "10:07", "11:00")[..3]]);
        await door.RefusesAsync("without end", 422, "daily-cap-invalid", [("cap", "99999999999"), .. Row("Monday", "10:07", "11:00")[..3]]);
        await door.RefusesAsync("a wish without end", 422, "tag-invalid", [.. Row("Monday", "10:00", "11:00"), ("wishes", Long)]);
        door.Close();
    }

    [Fact]
    public async Task Dates_that_differ_from_the_week()
    {
        var soon = DateTime.UtcNow.AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var door = await DoorAsync(_member, "/me/hours?handler=Day");
        await door.RefusesAsync("nothing in it", 422, "slot-invalid");
        await door.RefusesAsync("no date", 400, "form-field-not-read", ("date", PageDoor.Script), ("off", "true"));
        await door.RefusesAsync("no such date", 400, "form-field-not-read", ("date", "2027-02-30"), ("off", "true"));
        await door.RefusesAsync("neither off nor not", 400, "form-field-not-read", ("date", soon), ("off", PageDoor.Script));
        foreach (var date in new[] { "0001-01-01", "2020-01-01", "9999-12-31" })
        {
            await door.RefusesAsync(date, 422, "slot-exception-invalid", ("date", date), ("off", "true"));
        }

        await door.KeepsWhatWasTypedAsync("an end before the start", 422, "slot-invalid", "10:07", ("date", soon), ("start", "10:07"), ("end", "09:00"), ("off", "false"));
        await door.KeepsWhatWasTypedAsync("SQL and script", 422, "slot-invalid", PageDoor.Script, ("date", soon), ("start", PageDoor.Script), ("end", "11:00"), ("off", "false"));
        await door.KeepsWhatWasTypedAsync("hardly any minutes", 422, "slot-exception-invalid", soon, ("date", soon), ("start", "10:00"), ("end", "10:01"), ("off", "false"));
        door.Close();

        var usual = await DoorAsync(_member, "/me/hours?handler=Usual");
        await usual.RefusesAsync("nothing in it", 400, "form-field-not-read");
        await usual.RefusesAsync("no date", 400, "form-field-not-read", ("date", PageDoor.Script));
        await usual.RefusesAsync("no such date", 400, "form-field-not-read", ("date", "2027-02-30"));
        usual.Close();
    }

    [Fact]
    public async Task Moving_swapping_and_renewing()
    {
        var (mine, others) = (await PlanAsync(_app.World.Member), await PlanAsync(_app.World.Neighbour));
        var lesson = _app.World.Lesson.ToString();
        foreach (var act in new[] { "Move", "Swap", "Renew" })
        {
            var door = await DoorAsync(_member, "/plan?handler=" + act);
            await door.RefusesAsync("nothing in it", 404, "plan-unknown", ("to", Day));
            await door.RefusesAsync("none", 404, "plan-unknown", Fields(Nobody, "1", lesson));
            await door.RefusesAsync("another's", 404, "plan-unknown", Fields(others.Id, others.Version, lesson));
            await door.RefusesAsync("no id", 400, "form-field-not-read", Fields(PageDoor.Script, "1", lesson));
            await door.RefusesAsync("an old version", 409, "plan-changed", Fields(mine.Id, "0", lesson));
            await door.RefusesAsync("no version", 400, "form-field-not-read", Fields(mine.Id, "x", lesson));
            door.Close();
        }

        var move = new PageDoor(_app, _member, "/plan?handler=Move");
        foreach (var day in new[] { "2020-01-01", "9999-12-31", "0001-01-01" })
        {
            await move.RefusesAsync(day, 422, "pin-day-invalid", [.. Fields(mine.Id, mine.Version, lesson)[..3], ("to", day)]);
        }

        await move.RefusesAsync("no day", 400, "form-field-not-read", [.. Fields(mine.Id, mine.Version, lesson)[..3], ("to", PageDoor.Script)]);
        await move.RefusesAsync("a material that is none", 422, "pin-not-plannable", Fields(mine.Id, mine.Version, Nobody));
        await new PageDoor(_app, _member, "/plan?handler=Swap").RefusesAsync("a material that is none", 422, "material-unknown", Fields(mine.Id, mine.Version, Nobody));
    }

    [Theory]
    [InlineData("/plan")]
    [InlineData("/me")]
    [InlineData("/me/kept")]
    public async Task A_button_there_is_not_does_nothing(string page)
    {
        var (status, text) = await _member.SendAsync(page + "?handler=Nonsense", new FormUrlEncodedContent([]), await _member.TokenAsync(page));
        Assert.Equal((HttpStatusCode.NotFound, true), (status, text.Contains("data-problem=\"form-unknown\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_kept_and_chosen_about_me()
    {
        var leave = await DoorAsync(_member, "/me/kept?handler=Leave");
        foreach (var word in new[] { "", " ", "成员", "member; --", PageDoor.Script, Long })
        {
            await leave.RefusesAsync("the word " + word, 422, "未删除任何数据", ("word", word));
        }

        leave.Close();
        var choice = await DoorAsync(_member, "/me?handler=Personalisation");
        foreach (var on in new[] { "maybe", "2", PageDoor.Script, "null" })
        {
            await choice.RefusesAsync("on " + on, 400, "form-field-not-read", ("on", on));
        }

        await choice.RefusesAsync("empty", 400, "form-field-not-read");
        choice.Close();
        await new PageDoor(_app, _member, "/me?handler=Tag").RefusesAsync("no tag", 400, "form-field-not-read");
    }

    [Fact]
    public async Task Learning_dismissing_and_saving()
    {
        var lesson = $"/learn/{_app.World.Lesson}";
        var door = await DoorAsync(_member, lesson + "?handler=Recall");
        await door.RefusesAsync("no id of the answer", 400, "form-field-not-read", ("attempt", "x"));
        await door.RefusesAsync("zeros", 422, "record-id-empty", ("attempt", Guid.Empty.ToString()));
        await door.RefusesAsync("another record's id", 422, "record-id-taken", ("attempt", TestWorld.Id(31).ToString()));
        await door.RefusesAsync("nothing in it", 422, "record-id-empty");
        door.Close();
        var token = await _member.TokenAsync("/me");
        foreach (var (path, status, rule) in new[]
                 {
                     ($"/learn/{Nobody}?handler=Recall", 404, "material-unknown"), ($"/learn/{Nobody}?handler=Save", 404, "material-unknown"), ($"/learn/{Nobody}?handler=Dismiss", 404, "material-unknown"),
                     ($"/why/{Nobody}?handler=Save", 422, "material-unknown"), ($"/why/{Nobody}?handler=Dismiss", 422, "material-unknown"), ("/learn/x?handler=Save", 404, "address-unknown"),
                 })
        {
            var (answered, text) = await _member.SendAsync(path, new FormUrlEncodedContent([]), token);
            Assert.Equal((status, true), ((int)answered, text.Contains($"data-problem=\"{rule}\"", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Approving_returning_and_adjusting()
    {
        var (mine, others) = (await PlanAsync(_app.World.Neighbour), await PlanAsync(_app.World.Stranger));
        foreach (var act in new[] { "Approve", "Return" })
        {
            var door = await DoorAsync(_coordinator, "/coordinator?handler=" + act);
            await door.RefusesAsync("none", 404, "plan-unknown", ("id", Nobody), ("version", "1"), ("reason", "x"));
            await door.RefusesAsync("another's", 404, "plan-unknown", ("id", others.Id), ("version", others.Version), ("reason", "x"));
            await door.RefusesAsync("no id", 400, "form-field-not-read", ("id", PageDoor.Script), ("reason", "x"));
            await door.RefusesAsync("an old version", 409, "plan-changed", ("id", mine.Id), ("version", "0"), ("reason", "x"));
            await door.KeepsWhatWasTypedAsync("a reason without end", 422, "reason-too-long", PageDoor.Script, ("id", mine.Id), ("version", mine.Version), ("reason", PageDoor.Script + Long));
            door.Close();
        }

        await new PageDoor(_app, _coordinator, "/coordinator?handler=Return").RefusesAsync("no reason", 422, "reason-missing", ("id", mine.Id), ("version", mine.Version), ("reason", " "));

        var editor = await DoorAsync(_coordinator, "/coordinator/plans/" + mine.Id);
        await editor.RefusesAsync("an old version", 409, "plan-changed", ("version", "0"));
        await editor.RefusesAsync("no version", 400, "form-field-not-read", ("version", "x"));
        await editor.RefusesAsync("a material that is none", 422, "material-unknown", ("version", mine.Version), ("bans", Nobody));
        await editor.RefusesAsync("no material", 400, "form-field-not-read", ("version", mine.Version), ("bans", "x"));
        await editor.RefusesAsync("a past day", 422, "pin-day-invalid", ("version", mine.Version), ("materials", _app.World.Lesson.ToString()), ("dates", "2020-01-01"), ("pins", _app.World.Lesson.ToString()));
        await editor.RefusesAsync("no day", 400, "form-field-not-read", ("version", mine.Version), ("materials", _app.World.Lesson.ToString()), ("dates", "x"));
        await editor.RefusesAsync("a reason without end", 422, "reason-too-long", ("version", mine.Version), ("reason", Long));
        editor.Close();
    }

    [Fact]
    public async Task Rosters()
    {
        var door = await DoorAsync(_coordinator, "/coordinator/members/import?handler=Preview", takesFiles: true);
        await door.RefusesAsync("empty", 422, "import-empty");
        await door.KeepsWhatWasTypedAsync("SQL and script", 422, "roster-columns-missing", PageDoor.Script, ("pasted", PageDoor.Script));
        await door.RefusesAsync("huge", 422, "roster-too-large", ("pasted", "name\n" + new string('x', (2 * 1024 * 1024) + 1)));
        foreach (var (what, rule, name, content) in new[]
                 {
                     ("an empty file", "import-empty", "a.csv", []), ("no workbook", "workbook-unreadable", "a.xlsx", "PK"u8.ToArray()), ("a picture", "roster-columns-missing", "a.csv", [0x89, .. "PNG"u8]),
                     ("a zip bomb", "roster-too-large", "a.xlsx", Workbook(new string(' ', 11 * 1024 * 1024))),
                     ("a sheet cut off", "workbook-unreadable", "a.xlsx", Workbook("<row><c")),
                     ("an entity of a file", "workbook-unreadable", "a.xlsx", Workbook("<row><c t=\"inlineStr\"><is><t>&x;</t></is></c></row>", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")),
                     ("a cell far to the right", "import-empty", "a.xlsx", Workbook(string.Concat(Enumerable.Repeat("<row><c r=\"ZZZ1\" t=\"inlineStr\"><is><t>x</t></is></c></row>", 5000)))),
                 })
        {
            await door.RefusesFileAsync(what, 422, rule, "file", name, content);
        }

        door.Close();
        var import = await DoorAsync(_coordinator, "/coordinator/members/import?handler=Import", takesFiles: true);
        await import.RefusesAsync("empty", 422, "import-empty");
        await import.RefusesAsync("blank", 422, "import-empty", ("text", " \n\t"));
        await import.RefusesAsync("SQL and script", 422, "roster-columns-missing", ("text", PageDoor.Script));
        await import.RefusesAsync("huge", 422, "roster-too-large", ("text", "name\n" + new string('x', (2 * 1024 * 1024) + 1)));
        import.Close();

        // A row that is refused is refused alone.
        var (status, text) = await _coordinator.PostAsync("/coordinator/members/import?handler=Import", ("text", $"name,birthYear,groups\n\"{PageDoor.Script}\",3000,\nx,1990,other-district\n"));
        Assert.Equal((HttpStatusCode.OK, 2), (status, text.Split("data-status=\"Failed\"").Length - 1));
        Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Materials_and_their_withdrawal()
    {
        var upload = await DoorAsync(_coordinator, "/coordinator/materials", takesFiles: true);
        await upload.RefusesAsync("no file", 422, "import-empty");
        foreach (var (what, rule, name, content) in new[]
                 {
                     ("an empty file", "file-empty", "../../etc/passwd.md", []), ("a program", "file-not-supported", "a.exe", "MZ"u8.ToArray()), ("no DOCX", "file-not-what-it-says", "a.docx", "x"u8.ToArray()),
                     ("no PDF", "file-not-what-it-says", "a.pdf", "x"u8.ToArray()), ("broken UTF-8", "text-encoding", "a.txt", [.. "中"u8, 0xff]), ("script as a name", "file-not-supported", "<script>alert(1)</script>", "x"u8.ToArray()),
                 })
        {
            await upload.RefusesFileAsync(what, 200, rule, "files", name, content);
        }

        upload.Close();
        var withdraw = await DoorAsync(_coordinator, $"/coordinator/materials/{_app.World.Lesson}?handler=Withdraw");
        await withdraw.RefusesAsync("no reason", 422, "reason-missing");
        await withdraw.RefusesAsync("a blank reason", 422, "reason-missing", ("reason", " \t"));
        await withdraw.RefusesAsync("a reason without end", 422, "reason-too-long", ("reason", PageDoor.Script + Long));
        withdraw.Close();
        await new PageDoor(_app, _coordinator, $"/coordinator/materials/{_app.World.Lesson}?handler=Attended").RefusesAsync("another's member", 404, "member-unknown", ("members", _app.World.Stranger.ToString()));
    }

    [Fact]
    public async Task A_member_s_exemptions_and_groups()
    {
        var path = $"/coordinator/members/{_app.World.Neighbour}";
        var door = await DoorAsync(_coordinator, path + "?handler=Exempt");
        foreach (var until in new[] { "someday", "2027-02-30", "31.12.2027", PageDoor.Script, "0" })
        {
            await door.RefusesAsync("until " + until, 422, "exemption-day-invalid", ("kind", "ill"), ("until", until));
        }

        await door.RefusesAsync("no kind", 400, "form-field-not-read");
        await door.RefusesAsync("a kind with script", 422, "exemption-invalid", ("kind", PageDoor.Script));
        door.Close();
        await new PageDoor(_app, _coordinator, path + "?handler=Groups").RefusesAsync("another's group", 422, "group-unknown", ("groups", "other-district"));
        var (status, _) = await _coordinator.SendAsync($"/coordinator/members/{_app.World.Stranger}?handler=Plan", new FormUrlEncodedContent([]), await _coordinator.TokenAsync(path));
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task Policies_audits_bulk_and_models()
    {
        using var administrator = await Browser.SignedInAsync(_app, Roles.Administrator);
        var write = await DoorAsync(administrator, "/coordinator/policies?handler=Write");
        foreach (var (name, number) in new[] { ("", "1"), (" ", "1"), (Long, "1"), ("x", ""), ("x", "NaN"), ("x", "1e9"), ("x", "-1"), ("x", PageDoor.Script) })
        {
            await write.RefusesAsync($"{name} {number}", 422, "policy-invalid", ("name", name), ("doubt", number), ("change", number), ("audit", number));
        }

        write.Close();
        await new PageDoor(_app, _coordinator, "/coordinator/policies?handler=Write").RefusesAsync("a coordinator who writes", 403, "administrator-decides", ("name", "x"), ("doubt", "1"), ("change", "1"), ("audit", "1"));
        await new PageDoor(_app, _coordinator, "/coordinator/policies?handler=Look").RefusesAsync("none", 404, "audit-unknown", ("id", Nobody), ("agreed", "true"));
        await new PageDoor(_app, administrator, "/coordinator/policies?handler=Switch").RefusesAsync("none", 404, "policy-unknown", ("key", PageDoor.Script), ("version", "1"));
        await new PageDoor(_app, _coordinator, "/coordinator/bulk").RefusesAsync("none", 404, "policy-unknown", ("policy", PageDoor.Script));
        await new PageDoor(_app, _coordinator, "/coordinator/bulk?handler=Undo").RefusesAsync("none", 404, "run-unknown", ("run", Nobody));
        await new PageDoor(_app, administrator, "/coordinator/models?handler=Promote").RefusesAsync("none", 404, "model-not-kept", ("id", "../../etc/passwd"));
        foreach (var target in new[] { "x", "-1", "0", "1e9", "NaN", Uri.EscapeDataString(PageDoor.Script) })
        {
            var (status, text) = await _coordinator.GetAsync($"/coordinator/rules?pack={Pack}&target={target}");
            Assert.Equal((HttpStatusCode.UnprocessableEntity, false), (status, text.Contains("<script>alert", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Signing_in()
    {
        using var stranger = new Browser(_app);
        var door = new PageDoor(_app, stranger, "/sign-in");
        await door.RefusesBadFormsAsync(_member);
        foreach (var (name, word) in new[] { ("", ""), ("member", ""), (" ", "learning"), ("' OR 1=1 --", "x"), (new string('x', 257), "x"), ("member", new string('x', 1025)) })
        {
            await door.RefusesAsync(name, 401, "sign-in-refused", ("UserName", name), ("Password", word));
        }

        await door.KeepsWhatWasTypedAsync("script", 401, "sign-in-refused", PageDoor.Script, ("UserName", PageDoor.Script), ("Password", "x"));
        door.Close();

        // Nobody is led elsewhere by a link to this page or by a choice of language.
        foreach (var back in new[] { "//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/\u0001", "/\t/evil.example", "/\r\nX: y", "/地址", "", "/a b" })
        {
            Assert.Equal("/", await stranger.LedToAsync("/language", ("to", "zh"), ("back", back)));
        }
    }

    [Theory]
    [InlineData("/coordinator")]
    [InlineData("/coordinator/policies")]
    [InlineData("/coordinator/members/import")]
    [InlineData("/coordinator/materials")]
    public async Task Pages_of_coordinators_take_nothing_from_others(string path)
    {
        var token = await _member.TokenAsync("/me");
        Assert.Equal(HttpStatusCode.Forbidden, (await _member.SendAsync(path, new FormUrlEncodedContent([]), token)).Status);
        using var stranger = new Browser(_app);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.SendAsync(path, new FormUrlEncodedContent([]))).Status);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("%ff%fe")]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    [InlineData("%3Cscript%3E")]
    [InlineData("'%20OR%201=1--")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%E5%BC%A0")]
    public async Task Calendars_under_words_that_are_none_are_not_there(string word)
    {
        using var stranger = _app.Stranger();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendAsync("GET", $"/calendar/{word}.ics")).StatusCode);
    }

    private const string Pack = "party-education-2019";

    private static (string, string)[] Row(string day, string start, string end) => [("days[0]", day), ("starts[0]", start), ("ends[0]", end), ("cap", "60")];

    private static (string, string)[] Fields(string plan, string version, string material) => [("plan", plan), ("version", version), ("material", material), ("to", DateTime.UtcNow.AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];

    private async Task<PageDoor> DoorAsync(Browser browser, string path, bool takesFiles = false, bool needsForm = true)
    {
        var door = new PageDoor(_app, browser, path);
        if (needsForm)
        {
            await door.RefusesBadFormsAsync(browser == _member ? _coordinator : _member, takesFiles);
        }

        return door;
    }

    private async Task<(string Id, string Version)> PlanAsync(Guid member)
    {
        using var administrator = await _app.SignedInAsync(Roles.Administrator);
        var plan = await administrator.SendAsync("POST", $"/api/v1/members/{member}/plans", """{"weeks":2}""").JsonAsync(HttpStatusCode.Created);
        return ((string)plan["id"]!, plan["version"]!.ToString());
    }

    private async Task<(string Id, string Version)> PlanOfAsync(Guid member)
    {
        using var administrator = await _app.SignedInAsync(Roles.Administrator);
        var plan = (await administrator.SendAsync("GET", "/api/v1/plans?limit=100").JsonAsync()).Items().First(one => (string)one["member"]! == member.ToString());
        return ((string)plan["id"]!, plan["version"]!.ToString());
    }

    private static byte[] Workbook(string rows, string doctype = "")
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006";
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/sheet.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
            Add("_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r\"/></sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r\" Type=\"{Office}/worksheet\" Target=\"sheet.xml\"/></Relationships>");
            Add("xl/sheet.xml", $"{doctype}<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>");

            void Add(string name, string text)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }
}
