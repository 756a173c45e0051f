using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Learning.Materials.Readers;

/// <summary>A web page: its main content as Markdown, its head for title, summary and language. Nothing is loaded, nothing is run.</summary>
internal static partial class HtmlReader
{
    private const int HeadBytes = 4096;
    private const double MainShare = 0.3;
    private static readonly string[] MainPlaces =
        ["main", "[role=main]", "article", "#content", ".markdown-body", ".article-content", ".entry-content", ".post-content", ".content", "#main"];

    public static IEnumerable<ReadResult> Read(SourceFile file)
    {
        var html = TextDecoder.Read(file, DeclaredEncoding(file.Bytes));
        HtmlScan.Check(html);
        using var page = new HtmlParser().ParseDocument(html);
        HtmlShape.Check(page);
        var main = MainOf(page);
        var text = HtmlToMarkdown.Of(main);
        if (text.Length == 0)
            throw new BadFile(Problems.NoText("The page has no text apart from scripts and menus.", "", "Save the page as it looks in the browser, or copy its text into a document."));
        yield return Drafts.From(
            new RawMaterial
            {
                Text = text,
                TitleHint = TitleOf(page, main),
                SummaryHint = Meta(page, "description") ?? Meta(page, "og:description"),
                LanguageHint = page.DocumentElement.GetAttribute("lang"),
                SourceHint = SourceOf(page),
            },
            file);
    }

    private static Encoding? DeclaredEncoding(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, HeadBytes)));
        return Charset().Match(head) is { Success: true } match ? TextDecoder.Named(match.Groups["name"].Value) : null;
    }

    // The first place that pages keep their content in, if it holds a fair share of the words.
    private static IElement MainOf(IHtmlDocument page)
    {
        var body = page.Body ?? page.DocumentElement;
        var all = HtmlShape.Letters(body);
        return MainPlaces.SelectMany(place => body.QuerySelectorAll(place))
            .FirstOrDefault(place => HtmlShape.Letters(place) >= all * MainShare) ?? body;
    }

    private static string? TitleOf(IHtmlDocument page, IElement main)
    {
        var headings = main.QuerySelectorAll("h1");
        var heading = headings.Length == 1 ? Markup.OneLine(headings[0].TextContent) : "";
        var title = Markup.OneLine(page.Title ?? "");
        return heading.Length > 0 ? heading : title.Length > 0 ? title : null;
    }

    private static string? Meta(IHtmlDocument page, string name) =>
        page.QuerySelectorAll("meta")
            .Where(meta => string.Equals(meta.GetAttribute("name") ?? meta.GetAttribute("property"), name, StringComparison.OrdinalIgnoreCase))
            .Select(meta => CleanText.Of(meta.GetAttribute("content") ?? "").Trim()).FirstOrDefault(content => content.Length > 0);

    private static string? SourceOf(IHtmlDocument page)
    {
        var link = page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? Meta(page, "og:url");
        var source = CleanText.Of(Meta(page, "author") ?? link ?? "").Trim();
        return source.Length is > 0 and <= 500 ? source : null;
    }

    [GeneratedRegex(@"charset\s*=\s*[""']?(?<name>[\w-]{2,20})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Charset();
}
