namespace Learning.Server.Conventions;

/// <summary>A part of a list.</summary>
/// <param name="Items">The items, oldest first unless said otherwise.</param>
/// <param name="NextCursor">Ask for the next part with it; null: this was the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>Makes pages.</summary>
internal static class Page
{
    /// <summary>The page of rows that were read with one more than asked for, to know whether there are more.</summary>
    public static Page<T> Of<T>(IReadOnlyList<T> oneMore, int limit, Func<T, Guid> idOf)
    {
        var items = oneMore.Take(limit).ToList();
        return new Page<T>(items, oneMore.Count > limit ? Cursor.After(idOf(items[^1])) : null);
    }

    /// <summary>The same items in another shape.</summary>
    public static Page<TTo> Select<TFrom, TTo>(this Page<TFrom> page, Func<TFrom, TTo> shape) => new([.. page.Items.Select(shape)], page.NextCursor);
}
