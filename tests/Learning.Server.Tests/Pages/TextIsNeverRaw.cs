using System.IO;
using System.Text.Encodings.Web;
using Learning.Server.Pages.Shared;

namespace Learning.Server.Tests.Pages;

/// <summary>Text of materials comes from anywhere. Nothing in it becomes markup that runs, loads or leads astray.</summary>
public sealed class TextIsNeverRaw
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("a <b onclick=x>b</b> <iframe src=//evil></iframe>")]
    [InlineData("[press](javascript:alert(1))")]
    [InlineData("[press](JaVaScRiPt:alert(1))")]
    [InlineData("[press](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("![look](https://evil.example/pixel.png)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[a]: javascript:alert(1)\n\n[a]")]
    public void Hostile_text_stays_text(string text)
    {
        var html = Html(text);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<iframe", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b ", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"data", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_link_to_the_web_stays_a_link_and_tells_no_address()
    {
        Assert.Contains("""<a href="https://www.gov.cn/" rel="noopener noreferrer nofollow">""", Html("[law](https://www.gov.cn/)"), StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_stand_below_the_title_and_make_the_contents()
    {
        var text = SafeMarkdown.Render("# 题目\n\n## 一\n\n词\n\n### 二\n", "题目");
        Assert.Equal(["一", "二"], text.Headings.Select(heading => heading.Text));
        Assert.DoesNotContain("<h1", Html("# 题目\n\n## 一", "题目"), StringComparison.Ordinal);
    }

    private static string Html(string text, string title = "")
    {
        using var writer = new StringWriter();
        SafeMarkdown.Render(text, title).Html.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
