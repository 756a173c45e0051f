namespace Learning.Evaluation.Recommending;

/// <summary>A file of who learned what: <c>user_id</c>, <c>item_id</c> and perhaps <c>timestamp</c>. Other columns are not looked at.</summary>
internal static class InteractionFile
{
    /// <summary>Reads it; new people and items get new numbers.</summary>
    public static (List<int> People, List<int> Items, List<double>? Times) Read(string file, Numbering people, Numbering items)
    {
        var (personOf, itemOf, times) = (new List<int>(), new List<int>(), new List<double>());
        AtomicFile head = null!;
        var (user, item, time, isWhole) = (0, 0, 0, true);
        AtomicFile.Read(
            file,
            atomic => (head, user, item, time) = (atomic, atomic.Demand("user_id"), atomic.Demand("item_id"), atomic.Find("timestamp")),
            (cells, line) =>
            {
                personOf.Add(people.Of(head.Text(cells, user, line)));
                itemOf.Add(items.Of(head.Text(cells, item, line)));
                if (time >= 0 && string.IsNullOrWhiteSpace(cells[time])) isWhole = false;
                else if (time >= 0) times.Add(head.Number(cells, time, line));
            });

        // Times that are known of some only would put the others before or after everything.
        return (personOf, itemOf, time >= 0 && isWhole ? times : null);
    }
}
