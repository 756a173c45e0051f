using AngleSharp.Dom;

namespace Learning.Materials.Readers;

/// <summary>Walks over a page that need no stack, before anything else walks it.</summary>
internal static class HtmlShape
{
    public const int MostDepth = 200;

    /// <summary>Refuses pages that nest deeper than any page does: the walks after this one are recursive.</summary>
    public static void Check(INode root)
    {
        var depth = 0;
        for (var node = root; node is not null;)
        {
            if (node.FirstChild is { } child)
            {
                node = child;
                if (++depth > MostDepth)
                    throw new BadFile(Problems.Unpacks($"The page nests deeper than {MostDepth} levels."));
                continue;
            }

            while (node is not null && node != root && node.NextSibling is null)
            {
                node = node.Parent;
                depth--;
            }

            node = node == root ? null : node?.NextSibling;
        }
    }

    /// <summary>Letters below an element that a reader would see.</summary>
    public static int Letters(INode node)
    {
        if (node is IText text)
            return text.Data.Count(char.IsLetterOrDigit);
        if (node is IElement element && HtmlToMarkdown.IsDropped(element))
            return 0;
        var letters = 0;
        foreach (var child in node.ChildNodes)
            letters += Letters(child);
        return letters;
    }
}
