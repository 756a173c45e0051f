using System.Net;
using System.Text;
using Learning.Server.SignIn;
using Learning.Server.Tests.Drivers;

namespace Learning.Server.Tests.Hostile;

/// <summary>Forms as no browser sends them, at both imports.</summary>
public sealed class Forms(SharedApplication app)
{
    private const string Type = "multipart/form-data; boundary=b";
    private const string File = "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.md\"\r\n\r\n# a\r\n";

    [Theory]
    [InlineData(Type, File, "form-invalid")]
    [InlineData(Type, "--b\r\nContent-Disp", "form-invalid")]
    [InlineData(Type, "no part at all", "form-invalid")]
    [InlineData(Type, "", "import-empty")]
    [InlineData("multipart/form-data", "--b--\r\n", "form-invalid")]
    [InlineData("multipart/form-data; boundary=", "--b--\r\n", "form-invalid")]
    [InlineData(Type, "--b--\r\n", "import-empty")]
    [InlineData(Type, "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nno file\r\n--b--\r\n", "import-empty")]
    [InlineData("application/x-www-form-urlencoded", "a=b", "import-empty")]
    public async Task A_form_that_is_none_is_refused(string type, string body, string rule)
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        foreach (var path in new[] { "/api/v1/materials/import", "/api/v1/members/import" })
        {
            await coordinator.SendAsync("POST", path, body, type).ProblemAsync(rule == "form-invalid" ? HttpStatusCode.BadRequest : HttpStatusCode.UnprocessableEntity, rule);
        }
    }

    [Fact]
    public async Task A_part_with_endless_headers_is_refused()
    {
        using var coordinator = await app.SignedInAsync(Roles.Coordinator);
        var headers = new StringBuilder("--b\r\n");
        for (var i = 0; i < 100; i++)
        {
            headers.Append("X-").Append(i).Append(": ").Append('x', 1000).Append("\r\n");
        }

        await coordinator.SendAsync("POST", "/api/v1/materials/import", headers + "\r\nx\r\n--b--\r\n", Type).ProblemAsync(HttpStatusCode.BadRequest, "form-invalid");
    }
}
