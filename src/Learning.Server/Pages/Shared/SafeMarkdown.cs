using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Learning.Server.Pages.Shared;

/// <summary>A heading of a text.</summary>
/// <param name="Id">Where it is in the page.</param>
/// <param name="Text">Its words.</param>
/// <param name="Level">2 or 3.</param>
internal sealed record TextHeading(string Id, string Text, int Level);

/// <summary>A text ready to be shown.</summary>
/// <param name="Html">Safe HTML.</param>
/// <param name="Headings">Its contents.</param>
internal sealed record SafeText(IHtmlContent Html, IReadOnlyList<TextHeading> Headings);

/// <summary>
/// Turns the Markdown of materials, which is not ours, into HTML: HTML in it is shown as text, links lead only to web addresses,
/// pictures become their words (nothing is loaded from elsewhere).
/// </summary>
internal static class SafeMarkdown
{
    private const int Deepest = 6;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseAutoLinks().UseAutoIdentifiers(AutoIdentifierOptions.None).Build();

    /// <summary>Renders a text below a heading of level 1 that the page has itself.</summary>
    public static SafeText Render(string text, string title)
    {
        var document = Markdown.Parse(text, Pipeline);
        if (document.FirstOrDefault() is HeadingBlock { Level: 1 } first && Words(first).Equals(title, StringComparison.OrdinalIgnoreCase))
        {
            document.Remove(first);
        }

        var headings = new List<TextHeading>();
        var deeper = document.Descendants<HeadingBlock>().Any(heading => heading.Level == 1) ? 1 : 0;
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Min(heading.Level + deeper, Deepest);
            var id = $"s{headings.Count + 1}";
            heading.GetAttributes().Id = id;
            headings.Add(new TextHeading(id, Words(heading), heading.Level));
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            MakeSafe(link);
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsWeb(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        return new SafeText(new HtmlString(document.ToHtml(Pipeline)), [.. headings.Where(heading => heading.Level <= 3 && heading.Text.Length > 0)]);
    }

    /// <summary>A passage without the marks that would be drawn in its text; it may begin and end anywhere.</summary>
    public static string Plain(string passage) =>
        string.Join(' ', passage.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.TrimStart('#', '>', ' ')))
            .Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal);

    private static void MakeSafe(LinkInline link)
    {
        if (link.IsImage || !IsWeb(link.Url))
        {
            link.ReplaceBy(new LiteralInline(Words(link)));
            return;
        }

        link.GetAttributes().AddPropertyIfNotExist("rel", "noopener noreferrer nofollow");
    }

    private static bool IsWeb(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";

    private static string Words(LeafBlock block) => block.Inline is { } inline ? Words(inline) : "";

    private static string Words(ContainerInline inline) => string.Concat(inline.Descendants().Select(part => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        _ => "",
    }));
}
