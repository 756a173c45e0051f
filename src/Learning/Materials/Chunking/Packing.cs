namespace Learning.Materials.Chunking;

/// <summary>Paragraphs of a section → spans of the right size.</summary>
internal static class Packing
{
    public static IEnumerable<(string Label, Range Span)> Of(string text, Section section, TokenCosts costs, int most, int merge, string comma)
    {
        var units = Units(section.Blocks);
        for (var i = 0; i < units.Count;)
        {
            var (start, end, article) = units[i];
            var labels = new List<string>();
            if (article is not null)
                labels.Add(article);
            var limit = article is null ? most : Math.Min(most, merge);
            for (i++; i < units.Count && article is null == units[i].Article is null && costs.Of(start, units[i].End) <= limit; i++)
            {
                end = units[i].End;
                if (units[i].Article is { } next)
                    labels.Add(next);
            }

            foreach (var span in Cuts.Of(text, start, end, costs, most))
                yield return (string.Join(comma, labels), span);
        }
    }

    // An article is one unit with all paragraphs up to the next; a paragraph before the first article stands alone.
    private static List<Block> Units(IReadOnlyList<Block> blocks)
    {
        var units = new List<Block>();
        foreach (var block in blocks)
        {
            if (block.Article is null && units.Count > 0 && units[^1].Article is not null)
                units[^1] = units[^1] with { End = block.End };
            else
                units.Add(block);
        }

        return units;
    }
}
