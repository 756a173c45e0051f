using System.Text;
using AngleSharp.Dom;

namespace Learning.Materials.Readers;

/// <summary>The readable part of a page as Markdown: headings, paragraphs, lists, tables, quotations, code. Links and pictures leave their words.</summary>
internal static class HtmlToMarkdown
{
    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "nav", "aside", "footer", "iframe", "object", "embed", "svg", "canvas", "audio", "video",
        "img", "input", "button", "select", "textarea", "dialog", "head", "link", "meta", "map", "datalist", "progress",
    };

    private static readonly HashSet<string> DroppedRoles = new(StringComparer.OrdinalIgnoreCase) { "navigation", "banner", "contentinfo", "complementary", "search", "menu" };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hgroup", "hr", "html", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
        "tr", "ul", "caption",
    };

    public static string Of(IElement root) => string.Join("\n\n", BlocksOf(root)).Trim();

    public static bool IsDropped(IElement element)
    {
        var style = element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        return Dropped.Contains(element.LocalName)
            || element.HasAttribute("hidden")
            || element.GetAttribute("aria-hidden") == "true"
            || (element.GetAttribute("role") is { } role && DroppedRoles.Contains(role))
            || style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
            || (element.LocalName == "header" && element.QuerySelector("h1,h2") is null);
    }

    private static List<string> BlocksOf(INode parent)
    {
        var blocks = new List<string>();
        var inline = new StringBuilder();
        void EndParagraph()
        {
            if (Tidy(inline.ToString()) is { Length: > 0 } words)
                blocks.Add(words.StartsWith('#') ? "\\" + words : words);
            inline.Clear();
        }

        foreach (var child in parent.ChildNodes)
        {
            if (child is IElement element && !IsDropped(element) && HasBlocks(element))
            {
                EndParagraph();
                blocks.AddRange(Block(element).Where(block => block.Length > 0));
            }
            else
            {
                Inline(child, inline);
            }
        }

        EndParagraph();
        return blocks;
    }

    // <a><div>…</div></a> and <span><p>…</p></span> are blocks too.
    private static bool HasBlocks(IElement element) =>
        Blocks.Contains(element.LocalName) || element.Children.Any(child => !IsDropped(child) && HasBlocks(child));

    private static List<string> Block(IElement element) => element.LocalName switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => [Heading(element)],
        "ul" => [List(element, _ => "- ")],
        "ol" => [List(element, number => $"{number}. ")],
        "blockquote" => [string.Join("\n", Of(element).Split('\n').Select(line => line.Length == 0 ? ">" : "> " + line)).TrimEnd('>', ' ')],
        "pre" => element.TextContent.Trim('\n') is { } code && code.Trim().Length > 0 ? [$"```\n{code}\n```"] : [],
        "table" => HtmlTable.Of(element) is { } table ? [table] : BlocksOf(element),
        _ => BlocksOf(element),
    };

    private static string Heading(IElement element)
    {
        var words = Words(element).Replace('\n', ' ');
        return words.Length == 0 ? "" : $"{new string('#', element.LocalName[1] - '0')} {words}";
    }

    private static string List(IElement list, Func<int, string> mark)
    {
        var lines = new List<string>();
        foreach (var item in list.Children.Where(child => !IsDropped(child)))
        {
            var blocks = BlocksOf(item);
            if (blocks.Count == 0)
                continue;
            var start = item.LocalName == "li" ? mark(lines.Count + 1) : "";
            var inner = string.Join("\n", blocks).Replace("\n", "\n" + new string(' ', start.Length), StringComparison.Ordinal);
            lines.Add(start + inner);
        }

        return string.Join("\n", lines);
    }

    /// <summary>The words of an element on as few lines as its breaks allow.</summary>
    public static string Words(INode node)
    {
        var inline = new StringBuilder();
        foreach (var child in node.ChildNodes)
            Inline(child, inline);
        return Tidy(inline.ToString());
    }

    private static void Inline(INode node, StringBuilder words)
    {
        switch (node)
        {
            case IText text:
                words.Append(text.Data.Replace('\u0001', ' '));
                break;
            case IElement element when element.LocalName == "br":
                words.Append('\u0001');
                break;
            case IElement element when !IsDropped(element):
                foreach (var child in element.ChildNodes)
                    Inline(child, words);
                break;
        }
    }

    // Runs of blanks are one blank; a line break of the source between two Chinese characters is none; <br> is a line.
    private static string Tidy(string words)
    {
        var tidy = new StringBuilder(words.Length);
        var parts = CleanBlanks(words).Split('\u0001');
        foreach (var part in parts)
            tidy.Append(part.Trim()).Append('\n');
        return CleanText.Of(tidy.ToString()).Replace("\0", "", StringComparison.Ordinal).Trim();
    }

    private static string CleanBlanks(string words)
    {
        var clean = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length;)
        {
            if (!IsBlank(words[i]))
            {
                clean.Append(words[i++]);
                continue;
            }

            var start = i;
            while (i < words.Length && IsBlank(words[i]))
                i++;
            var isBreakInChinese = words.AsSpan(start, i - start).Contains('\n') && start > 0 && i < words.Length && IsWide(words[start - 1]) && IsWide(words[i]);
            clean.Append(isBreakInChinese ? "" : " ");
        }

        return clean.ToString();
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f' or '\u00A0';

    private static bool IsWide(char c) => c >= '\u2E80';
}
